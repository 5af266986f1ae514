import { describe, expect, it } from 'vitest';
import { referralExample } from '#web/api/openapi-examples.ts';
import { NOT_RECORDED } from '#web/layout/refusals.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, linkFor, otherReference, reference, storedReferral } from '../records.ts';
import { asked, inTriage } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}`;

describe('what was typed', () => {
  it.each([
    ['a reason', `${at}/status/withdraw`, { reason: 'They have <b>moved</b>' }, ['They have &lt;b&gt;moved&lt;/b&gt;']],
    ['an answer', `${at}/answer`, { text: 'She stacks cups.', 'title-x': 'A letter' }, ['stacks cups.', 'A letter']],
    ['a colleague', `${at}/status/hand-over`, { name: 'Bea', role: '', email: 'bea@example.org' }, ['Bea', 'bea@']],
  ])('is given back when the session has run out (late): %s', async (_what, path, fields, kept) => {
    const { visit, clock, theCase, mailer } = await referrerWorld(asked, 'STATUS');
    const { using } = await visit();
    const csrf = hidden(await using.get(`${at}/status/withdraw`), 'csrf');
    clock.advanceMinutes(8 * 60);
    const answer = await using.post(path, { csrf, ...fields });
    expect(answer.status).toBe(404);
    for (const text of [NOT_RECORDED, 'Open the link', ...kept]) expect(answer.body).toContain(text);
    expect(answer.body).not.toMatch(new RegExp(`${reference}|${csrf}|Poppy`));
    expect([(await theCase()).version, mailer.sent.length]).toEqual([1, 0]);
  });

  it('is given back when the link was opened anew in another tab, and nothing is recorded', async () => {
    const { visit, clock, theCase } = await referrerWorld(inTriage, 'STATUS');
    const { using } = await visit();
    const csrf = hidden(await using.get(`${at}/status/withdraw`), 'csrf');
    clock.advanceMinutes(8 * 60);
    await visit(undefined, using);
    const answer = await using.post(`${at}/status/withdraw`, { csrf, reason: 'They have moved' });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('They have moved');
    expect((await theCase()).status).toBe('IN_TRIAGE');
  });

  it('is only what has a field on these pages (hostile)', async () => {
    const { newBrowser } = await referrerWorld(inTriage, 'STATUS');
    const fields = { constructor: 'Planted words', toString: 'Planted', other: 'Planted', csrf: 'Planted' };
    const answer = await newBrowser().post(`${at}/status/withdraw`, fields);
    expect([answer.status, answer.body.includes('Planted')]).toEqual([404, false]);
  });

  it('is shown to no page of another site (hostile)', async () => {
    const { newBrowser } = await referrerWorld(inTriage, 'STATUS');
    const headers = { Origin: 'https://evil.example' };
    const answer = await newBrowser().post(`${at}/status/withdraw`, { reason: 'Injected words' }, headers);
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('Injected words');
  });
});

describe('two referrals in two tabs of one browser', () => {
  /** A second referral, by this mailbox, with a link to it. */
  async function two(mailbox: string) {
    const world = await referrerWorld(inTriage, 'STATUS');
    const body = { ...referralExample, referrer: { name: 'R', role: 'GP', email: mailbox } };
    await world.stores.referrals.putReferral({ ...storedReferral(body), reference: otherReference });
    await world.stores.cases.createCase(caseOnReceipt(otherReference));
    const { token, link } = linkFor('second', { purpose: 'STATUS', mailbox, reference: otherReference });
    await world.stores.access.putLink(link);
    const { using } = await world.visit();
    const csrf = hidden(await using.get(`${at}/status/withdraw`), 'csrf');
    await world.visit(token, using);
    const withdraw = () => using.post(`${at}/status/withdraw`, { csrf, reason: 'They have moved' });
    return { ...world, using, withdraw };
  }

  it('of one mailbox both go on: what was begun in the first is not lost by opening the second', async () => {
    const { using, withdraw, theCase } = await two('referrer01@example.org');
    expect((await using.get(`/referral/${otherReference}/status`)).status).toBe(200);
    expect((await withdraw()).location).toBe(`${at}/status/withdrawn`);
    expect((await theCase()).status).toBe('WITHDRAWN');
  });

  it('of two mailboxes the second closes the first, as on a shared computer, and what was typed is given back', async () => {
    const { using, withdraw, theCase } = await two('referrer02@example.org');
    expect((await using.get(`${at}/status`)).status).toBe(404);
    expect((await withdraw()).body).toContain('They have moved');
    expect((await theCase()).status).toBe('IN_TRIAGE');
  });
});

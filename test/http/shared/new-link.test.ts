import { describe, expect, it, test } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { NEW_LINK } from '#web/access/dead-link.ts';
import { callUsTitle } from '#web/layout/call-us.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { newSharedLinkWords } from '#web/shared/words.ts';
import { otherReference, reference } from '../records.ts';
import { advisory, decided, redirected, sharedWorld } from './world.ts';

const DAY = 24 * 60;
const expired = { purpose: 'SHARED', mailbox: advisory, expiresAt: '2026-09-23T08:00:00.000Z' } as const;
/** The page without the number of the request. */
const bare = (body: string) => body.replace(/<strong>request-\d+<\/strong>/, '');

/** A shared referral whose first link has run out. */
async function world(...of: Parameters<typeof sharedWorld>) {
  const one = await sharedWorld(...of);
  one.clock.advanceMinutes(29 * DAY);
  one.mailer.sent.length = 0;
  const ask = async (token: string, path = '', headers = {}) =>
    one.newBrowser().post(`/shared/l/${token}${path}`, { [NEW_LINK.field]: 'yes' }, headers);
  return { ...one, ask, to: () => one.mailer.sent.map((mail) => mail.to) };
}

describe.each([
  ['that the rules redirected', redirected],
  ['that the triage team redirected', decided],
] as const)('a link that has run out, to a referral %s', (_how, theCase) => {
  it('offers a new one, which goes to where the old one went and opens the referral by a code', async () => {
    const one = await world({}, theCase);
    const page = await one.newBrowser().get(`/shared/l/${one.token}`);
    expect([page.status, page.body.includes(NEW_LINK.button)]).toEqual([404, true]);
    const { body } = await one.ask(one.token);
    for (const said of [newSharedLinkWords.title, ...newSharedLinkWords.said(one.deps.config.contact)]) {
      expect(body).toContain(said);
    }
    expect(one.to()).toEqual([advisory]);
    const [mail] = one.mailer.sent;
    expect(JSON.stringify(mail)).not.toMatch(/Poppy|Testerfield|9990007314|TA1/);
    const fresh = /\/shared\/l\/([\w-]{43})\s/.exec(mail?.text ?? '')?.[1];
    const using = one.newBrowser();
    await using.post(`/shared/l/${fresh}`);
    await using.post(`/shared/l/${fresh}/code`, { code: one.lastCode() });
    expect((await using.get(`/shared/${reference}`)).body).toContain('Poppy');
  });

  it('sends one a day however often it is pressed, at the same moment and on the page for the code too', async () => {
    const one = await world({}, theCase);
    await Promise.all(Array.from({ length: 20 }, (_, n) => one.ask(one.token, n % 2 === 0 ? '' : '/code')));
    expect(one.to()).toEqual([advisory]);
    one.clock.advanceMinutes(DAY);
    await one.ask(one.token);
    expect(one.to()).toEqual([advisory, advisory]);
  });
});

test.each([
  ['of another mailbox', { mailbox: 'old-teachers@example.org' }],
  ['of a referrer', { purpose: 'STATUS', mailbox: 'referrer01@example.org' }],
  ['to a draft', { purpose: 'DRAFT' }],
  ['to a referral that is not there', { reference: otherReference }],
] as const)('a link %s gets no email by that door, and the same answer to the letter', async (_what, patch) => {
  const one = await world();
  const token = await one.putLink('another', { ...expired, ...patch });
  const answers = [await one.ask(token), await one.ask('A'.repeat(43)), await one.ask('mistyped')];
  expect(new Set(answers.map(({ status, body }) => `${status} ${bare(body)}`)).size).toBe(1);
  expect(one.to()).toEqual([]);
});

test('nothing is sent by a GET, from another site (hostile), or for a link that still works', async () => {
  const one = await world();
  const live = await one.putLink('live', { ...expired, expiresAt: '2027-09-23T08:00:00.000Z' });
  await one.newBrowser().get(`/shared/l/${one.token}`);
  expect((await one.ask(one.token, '', { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await one.ask(live)).status).toBe(200);
  expect(one.to()).toEqual([]);
});

test('once the referral is no longer shared, no new link goes', async () => {
  const one = await world();
  const { shared, ...rest } = await one.theCase();
  await one.stores.cases.saveCase({ ...rest, version: rest.version + 1 });
  const { status, body } = await one.ask(one.token);
  expect([status, body.includes(newSharedLinkWords.title)]).toEqual([200, true]);
  expect(one.to()).toEqual([]);
});

test('once the child has died a dead link says whom to call, offers nothing, and sends nothing', async () => {
  const one = await world();
  await one.deps.recordDeath({ reference, by: MACHINE });
  for (const page of [await one.newBrowser().get(`/shared/l/${one.token}`), await one.ask(one.token)]) {
    expect(page.body).toContain(callUsTitle(reference));
    expect(page.body).not.toContain(NEW_LINK.button);
    expect(page.body).not.toContain(PAGE_NOT_FOUND);
  }
  expect(one.to()).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { NEW_LINK } from '#web/access/dead-link.ts';
import { newLinkWords } from '#web/access/new-link-words.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { reference } from '../records.ts';
import { asked, declined, inTriage, onList } from './standings.ts';
import { birthDate, referrerWorld } from './world.ts';

const DAY = 24 * 60;
/** The referrer's mailbox as it was typed another time: a link of its own in these tests. */
const OTHER = 'Referrer01@example.org';
const expired = { expiresAt: '2026-09-23T08:00:00.000Z' };
/** The page without the number of the request. */
const bare = (body: string) => body.replace(/<strong>request-\d+<\/strong>/, '');

async function world(theCase: Case = declined, purpose: LinkPurpose = 'STATUS') {
  const known = await referrerWorld(theCase, purpose);
  const ask = async (token: string, headers = {}) =>
    known.newBrowser().post(`/referral/l/${token}`, { [NEW_LINK.field]: 'yes' }, headers);
  const subjectsSent = () => known.mailer.sent.map(({ to, subject }) => `${to} ${subject}`);
  return { ...known, ask, subjectsSent };
}

const toReferrer = `referrer01@example.org Referral ${reference}: ${subjects.newLink}`;

describe('the page of a link that no longer works', () => {
  it('is the same for links that are unknown, expired, used and mistyped, and offers a new one', async () => {
    const one = await world(inTriage, 'ANSWER');
    const tokens = [one.token, await one.putLink(OTHER, expired), 'A'.repeat(43), 'mistyped'];
    const pages = await Promise.all(tokens.map((token) => one.newBrowser().get(`/referral/l/${token}`)));
    for (const page of pages) expect([page.status, page.body]).toEqual([404, expect.stringContaining(PAGE_NOT_FOUND)]);
    for (const { body } of pages) expect(body).toContain(NEW_LINK.button);
    expect(new Set(pages.map(({ body }) => bare(body))).size).toBe(1);
    expect(one.mailer.sent).toEqual([]);
  });

  it('answers the same to everyone who asks, and writes only to where an expired link went', async () => {
    const one = await world();
    const dead = await one.putLink(OTHER, expired);
    const strangers = await one.putLink('someone@example.org', expired);
    const draft = await one.putLink('rEferrer01@example.org', { ...expired, purpose: 'DRAFT' });
    const staff = await one.putLink('reFerrer01@example.org', { ...expired, purpose: 'TASK' });
    const tokens = ['A'.repeat(43), 'mistyped', strangers, draft, staff, one.token, dead];
    const pages = await Promise.all(tokens.map((token) => one.ask(token)));
    for (const page of pages)
      expect([page.status, page.body]).toEqual([200, expect.stringContaining(newLinkWords.title)]);
    expect(new Set(pages.map(({ body }) => bare(body))).size).toBe(1);
    expect(one.subjectsSent()).toEqual([toReferrer]);
  });

  it('sends one a day however often it is pressed, at the same moment too', async () => {
    const one = await world();
    const dead = await one.putLink(OTHER, expired);
    await Promise.all(Array.from({ length: 20 }, () => one.ask(dead)));
    expect(one.subjectsSent()).toEqual([toReferrer]);
    one.clock.advanceMinutes(DAY);
    await one.ask(dead);
    await one.ask(dead);
    expect(one.subjectsSent()).toEqual([toReferrer, toReferrer]);
  });

  it('sends a link that opens the status, to the date of birth, with nothing about the child in the email', async () => {
    const one = await world(inTriage, 'ANSWER');
    await one.ask(one.token);
    const [mail] = one.mailer.sent;
    expect(JSON.stringify(mail)).not.toMatch(/Poppy|Testerfield|9990007314|TA1/);
    const { page, address } = await one.visit(one.mailed('referrer01@example.org'));
    expect([page.status, address]).toEqual([200, `/referral/${reference}/status`]);
  });

  it.each(['/email', '/email/code'])('sends it from the page %s behind the link, too', async (path) => {
    const one = await world(inTriage, 'ANSWER');
    const at = `/referral/l/${one.token}${path}`;
    expect((await one.newBrowser().get(at)).body).toContain(NEW_LINK.button);
    expect((await one.newBrowser().post(at, { [NEW_LINK.field]: 'yes' })).body).toContain(newLinkWords.title);
    expect(one.subjectsSent()).toEqual([toReferrer]);
  });

  it('sends nothing by a GET, from another site (hostile), or for a link that still works', async () => {
    const one = await world(asked);
    const dead = await one.putLink(OTHER, { ...expired, purpose: 'RESUBMIT' });
    expect((await one.newBrowser().get(`/referral/l/${dead}`)).status).toBe(404);
    expect((await one.ask(dead, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await one.ask(one.token)).status).toBe(200);
    expect(one.mailer.sent).toEqual([]);
  });
});

describe('a link to the status', () => {
  it.each<[string, Case]>([
    ['undecided', inTriage],
    ['with a question', asked],
    ['on the waiting list', onList()],
  ])('works for as long as the referral is open: %s, after a year', async (_how, theCase) => {
    const one = await world(theCase);
    one.clock.advanceMinutes(365 * DAY);
    expect((await one.newBrowser().post(`/referral/l/${one.token}`, birthDate)).status).toBe(303);
  });

  it('runs out once the referral has ended', async () => {
    const one = await world(declined);
    expect((await one.newBrowser().get(`/referral/l/${one.token}`)).status).toBe(200);
    one.clock.advanceMinutes(29 * DAY);
    expect((await one.newBrowser().get(`/referral/l/${one.token}`)).status).toBe(404);
  });
});

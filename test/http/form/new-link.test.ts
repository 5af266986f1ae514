import { describe, expect, it } from 'vitest';
import { newDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { erased } from '#domain/draft/erase.ts';
import type { Link } from '#domain/people/link.ts';
import { draftSubjects } from '#test/kit/words/emails.ts';
import { NEW_LINK } from '#web/access/dead-link.ts';
import { newLinkWords } from '#web/access/new-link-words.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { linkFor } from '../records.ts';
import { referWorld } from './world.ts';

const DAY = 24 * 60;
const MAILBOX = 'referrer01@example.org';
const expired = { expiresAt: '2026-09-23T08:00:00.000Z' };
/** The page without the number of the request. */
const bare = (body: string) => body.replace(/<strong>request-\d+<\/strong>/, '');

async function kept(change: (draft: Draft, now: string) => Draft = (draft) => draft) {
  const world = referWorld();
  const begun = newDraft('A'.repeat(22), world.clock.now(), world.service.policy);
  await world.stores.drafts.saveDraft({ ...change(begun, world.clock.now()), version: 1 });
  const putLink = async (name: string, patch: Partial<Link> = {}) => {
    const { token, link } = linkFor(name, { purpose: 'DRAFT', reference: begun.id, mailbox: MAILBOX, ...patch });
    await world.stores.access.putLink(link);
    return token;
  };
  const ask = (token: string, headers = {}) =>
    world.newBrowser().post(`/refer/l/${token}`, { [NEW_LINK.field]: 'yes' }, headers);
  const sent = () => world.mailer.sent.map(({ to, subject }) => `${to} ${subject}`);
  return { ...world, putLink, ask, sent };
}

const mailed = `${MAILBOX} ${draftSubjects.link}`;

describe('the page of a link to a draft that no longer works', () => {
  it('is the same for links that are unknown, expired and mistyped, and offers a new one', async () => {
    const { putLink, newBrowser, sent } = await kept();
    const tokens = [await putLink('old', expired), await putLink('other', { purpose: 'STATUS' }), 'A'.repeat(43), 'x'];
    const pages = await Promise.all(tokens.map((token) => newBrowser().get(`/refer/l/${token}`)));
    for (const { status, body } of pages) {
      expect([status, body]).toEqual([404, expect.stringContaining(PAGE_NOT_FOUND)]);
      expect(body).toContain(NEW_LINK.button);
    }
    expect(new Set(pages.map(({ body }) => bare(body))).size).toBe(1);
    expect(sent()).toEqual([]);
  });

  it('answers the same to everyone who asks, and writes only where an expired link went', async () => {
    const { putLink, ask, sent } = await kept();
    const others = [
      await putLink('of another draft', { ...expired, reference: 'B'.repeat(22) }),
      await putLink('to a status', { ...expired, purpose: 'STATUS' }),
      await putLink('of staff', { ...expired, purpose: 'TASK' }),
      await putLink('alive'),
    ];
    const tokens = ['A'.repeat(43), 'mistyped', ...others, await putLink('old', expired)];
    const pages = await Promise.all(tokens.map((token) => ask(token)));
    for (const { status, body } of pages)
      expect([status, body]).toEqual([200, expect.stringContaining(newLinkWords.title)]);
    expect(new Set(pages.map(({ body }) => bare(body))).size).toBe(1);
    expect(sent()).toEqual([mailed]);
  });

  it('sends it from the page for the code, too', async () => {
    const { putLink, newBrowser, sent } = await kept();
    const at = `/refer/l/${await putLink('old', expired)}/code`;
    expect((await newBrowser().get(at)).body).toContain(NEW_LINK.button);
    expect((await newBrowser().post(at, { [NEW_LINK.field]: 'yes' })).body).toContain(newLinkWords.title);
    expect(sent()).toEqual([mailed]);
  });

  it('sends one a day for one link, at the same moment too', async () => {
    const { putLink, ask, sent, clock } = await kept();
    const old = await putLink('old', expired);
    await Promise.all(Array.from({ length: 20 }, () => ask(old)));
    expect(sent()).toEqual([mailed]);
    clock.advanceMinutes(DAY);
    await ask(old);
    await ask(old);
    expect(sent()).toEqual([mailed, mailed]);
  });

  it('sends a link that opens the draft again', async () => {
    const { putLink, ask, mailer, newBrowser } = await kept();
    await ask(await putLink('old', expired));
    const address = /\/refer\/l\/[\w-]{43}/.exec(mailer.sent[0]?.text ?? '')?.[0] ?? '';
    expect((await newBrowser().get(address)).status).toBe(200);
  });

  it.each<[string, (draft: Draft, now: string) => Draft]>([
    ['erased', (draft, now) => erased(draft, now)],
    ['past its last day', (draft) => ({ ...draft, expiresAt: expired.expiresAt })],
    [
      'entered by staff who have left',
      (draft) => ({
        ...draft,
        entry: { mailbox: 'gone@example.org', name: 'A', role: 'B', arrivedOn: '2026-09-22', cameBy: 'PAPER' },
      }),
    ],
  ])('writes to no one about a draft that is %s', async (_what, change) => {
    const { putLink, ask, sent } = await kept(change);
    expect((await ask(await putLink('old', expired))).status).toBe(200);
    expect(sent()).toEqual([]);
  });

  it('sends nothing from another site (hostile), and keeps to the budget of the mailbox', async () => {
    const { putLink, ask, sent, service } = await kept();
    expect((await ask(await putLink('old', expired), { Origin: 'https://evil.example' })).status).toBe(403);
    expect(sent()).toEqual([]);
    const many = await Promise.all(
      Array.from({ length: service.policy.linksAnHour + 5 }, (_, n) => putLink(`old ${n}`, expired)),
    );
    for (const token of many) expect((await ask(token)).status).toBe(200);
    // A draft sends five links a day at most.
    expect(sent()).toHaveLength(5);
  });
});

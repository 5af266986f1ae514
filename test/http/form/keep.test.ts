import { describe, expect, it } from 'vitest';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { draftSubjects } from '#test/kit/words/emails.ts';
import { linkSentTo } from '#test/kit/words/referral.ts';
import { answers, begin, fill, fillAll, type ReferWorld, referWorld } from './world.ts';

const DAY = 24 * 60;
const address = 'referrer01@example.org';

function linkIn(world: ReferWorld): string {
  return /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
}

const dob = (day: string) => ({ 'dob-day': day, 'dob-month': '9', 'dob-year': '2024' });

function sweeperOf({ service }: ReferWorld) {
  return sweepDraft({ ...service, mailDraftLink: mailDraftLink(service) });
}

describe('saving and coming back', () => {
  it('mails a link that opens the draft on another device for whoever knows the date of birth', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const { location } = await fill(using, `${at}/keep`, { email: address });
    expect(location).toBe(`${at}/keep?sent=yes`);
    expect((await using.get(`${at}/keep`, { sent: 'yes' })).body).toContain(linkSentTo(address));
    expect(world.mailer.sent).toHaveLength(1);
    expect(world.mailer.sent[0]?.text).not.toMatch(/Poppy|Testerfield/);
    const other = world.newBrowser();
    const asked = await other.get(linkIn(world));
    expect(asked.body).not.toContain('Testerfield');
    expect((await other.post(linkIn(world), dob('11'))).status).toBe(422);
    expect((await other.post(linkIn(world), dob('10'))).location).toBe(at);
    expect((await other.get(`${at}/child`)).body).toContain('value="Testerfield"');
  });

  it('sends no sixth link in a day', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    for (const _ of [1, 2, 3, 4, 5]) await fill(using, `${at}/keep`, { email: address });
    expect((await fill(using, `${at}/keep`, { email: address })).status).toBe(429);
    expect(world.mailer.sent).toHaveLength(5);
  });

  it('shows what was typed when the session has run out, and mails a link to the address in the draft only', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fill(using, `${at}/you`, answers.you ?? {});
    world.clock.advanceMinutes(9 * 60);
    const late = await using.post(`${at}/story`, { csrf: 'old', 'story.worrying': 'She does not sit up' });
    expect(late.status).toBe(403);
    expect(late.body).toContain('She does not sit up');
    const stranger = await using.post(`${at}/again`, { email: 'stranger@example.org' });
    expect(world.mailer.sent).toEqual([]);
    const owner = await using.post(`${at}/again`, { email: address });
    expect(owner.body).toBe(stranger.body);
    expect(world.mailer.sent).toMatchObject([{ to: address }]);
  });

  it('reminds once, three days before the end, and then erases everything that was typed', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    const id = at.slice('/refer/'.length);
    await fill(using, `${at}/child`, answers.child ?? {});
    await fill(using, `${at}/keep`, { email: address });
    const sweeper = sweeperOf(world);
    world.clock.advanceMinutes(25 * DAY);
    await sweeper(id);
    await sweeper(id);
    expect(world.mailer.sent.map(({ subject }) => subject)).toEqual([
      draftSubjects.link,
      draftSubjects.reminder('22 October 2026'),
    ]);
    world.clock.advanceMinutes(3 * DAY);
    await sweeper(id);
    expect(await world.stores.drafts.readDraft(id)).toMatchObject({ answers: {}, linksSentAt: [] });
    expect(JSON.stringify(await world.stores.drafts.readDraft(id))).not.toContain(address);
    expect((await world.newBrowser().get(linkIn(world))).status).toBe(404);
  });

  it('reminds a referrer who gave an address and asked for no link, and nobody else', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const [named, nameless] = [await begin(using), await begin(using)];
    await fill(using, `${named}/you`, answers.you ?? {});
    world.clock.advanceMinutes(25 * DAY);
    for (const at of [named, nameless]) await sweeperOf(world)(at.slice('/refer/'.length));
    expect(world.mailer.sent).toMatchObject([{ to: address, subject: draftSubjects.reminder('22 October 2026') }]);
  });

  it('opens both drafts when one browser begins two at the same moment (twice)', async () => {
    const using = referWorld().newBrowser();
    const first = await begin(using);
    const both = await Promise.all([begin(using), begin(using)]);
    const opened = await Promise.all([first, ...both].map((at) => using.get(at)));
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('keeps the first draft open for as long as one that was begun after it in the same browser', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const first = await begin(using);
    await fill(using, `${first}/risk`, answers.risk ?? {});
    world.clock.advanceMinutes(7 * 60 + 55);
    const second = await begin(using);
    await fill(using, `${second}/risk`, answers.risk ?? {});
    world.clock.advanceMinutes(7 * 60);
    expect([(await using.get(first)).status, (await using.get(second)).status]).toEqual([200, 200]);
    world.clock.advanceMinutes(61);
    expect((await using.get(first)).status).toBe(403);
  });
});

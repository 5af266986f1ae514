import { describe, expect, it } from 'vitest';
import { handOverReferral } from '#application/intake/hand-over-referral.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { whys } from '#web/referral/take-over/page.ts';
import { COLLEAGUE_ASKED, takeOverWords } from '#web/referral/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { asked, declined, inTriage } from './standings.ts';
import { birthDate, referrerWorld } from './world.ts';

const at = `/referral/${reference}/status`;
const offer = `/referral/${reference}/handover`;
const bea = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };

/** Bea was asked to take the referral over. */
async function offered(given = inTriage, referrer = {}) {
  const world = await referrerWorld(given, 'STATUS', undefined, referrer);
  const ask = (colleague = bea) =>
    handOverReferral({
      ...world.service,
      sendNotices: sendNotices(world.delivering),
    })({ reference, by: 'referrer01@example.org', ...colleague });
  await ask();
  /** Bea's browser, past the date of birth. */
  const beas = async () => {
    const visit = await world.visit(world.mailed('bea@example.org'));
    const take = (fields = { csrf: hidden(visit.page, 'csrf') }, headers = {}) =>
      visit.using.post(offer, fields, headers);
    return { ...visit, take };
  };
  const moved = async () => (await world.theCase()).handedTo?.email;
  return { ...world, ask, beas, moved };
}

describe("a colleague's link", () => {
  it('asks for the date of birth, and before that shows a reference and nothing else', async () => {
    const { newBrowser, mailed, moved } = await offered();
    const page = await newBrowser().get(`/referral/l/${mailed('bea@example.org')}`);
    expect(page.status).toBe(200);
    for (const text of [reference, COLLEAGUE_ASKED, 'name="dob-day"']) expect(page.body).toContain(text);
    expect(page.body).not.toMatch(/Poppy|Testerfield|Referrer \(fictional\)|Bea|@example\.org.*asks|2024/);
    expect(await moved()).toBeUndefined();
  });

  it('leads to a page that says whose it is and what taking it over means, and does nothing', async () => {
    const { beas, moved } = await offered();
    const { page, address } = await beas();
    expect([address, page.status]).toEqual([offer, 200]);
    const said = [
      'A. Referrer (fictional), referrer01@example.org',
      'We will email bea@example.org',
      'ends on 22 October 2026',
    ];
    for (const text of said) expect(page.body).toContain(text);
    expect(page.body).not.toMatch(/Poppy|Testerfield|parent01/);
    expect(await moved()).toBeUndefined();
  });

  it('opens neither the status nor anything else of the referral before it is taken over (hostile)', async () => {
    const { beas } = await offered(asked);
    const { using, page } = await beas();
    const csrf = hidden(page, 'csrf');
    for (const path of [at, `${at}/withdraw`, `${at}/withdrawn`, `${at}/hand-over`, `/referral/${reference}/answer`])
      expect([path, (await using.get(path)).status]).toEqual([path, 404]);
    expect((await using.post(`${at}/withdraw`, { csrf, reason: 'Mine now' })).status).toBe(404);
    expect((await using.post(`${at}/hand-over`, { csrf, ...bea })).status).toBe(404);
    expect((await using.post(`/referral/${reference}/answer`, { csrf, text: 'Words' })).status).toBe(404);
  });

  it('says that a question waits where there is one', async () => {
    const { beas } = await offered(asked);
    const { page } = await beas();
    expect(page.body).toContain(takeOverWords.questionNow);
    expect(page.body).not.toContain('How does she play?');
  });

  it('is worth nothing to a wrong date of birth (hostile), and the page behind it to no other browser', async () => {
    const { newBrowser, mailed, moved } = await offered();
    const link = `/referral/l/${mailed('bea@example.org')}`;
    expect((await newBrowser().post(link, { ...birthDate, 'dob-day': '11' })).status).toBe(422);
    expect((await newBrowser().get(offer)).status).toBe(404);
    expect((await newBrowser().post(offer, { csrf: 'x' })).status).toBe(404);
    expect(await moved()).toBeUndefined();
  });
});

describe('taking a referral over', () => {
  it('makes it theirs, tells both by e-mail without a name, and leads to its status', async () => {
    const { beas, mailer, theCase } = await offered();
    const { take, using } = await beas();
    const answer = await take();
    expect([answer.status, answer.location]).toEqual([303, at]);
    const page = await using.get(at);
    expect(page.body).toContain('You took over this referral on 24 September 2026');
    expect(page.body).toContain('Bea Colleague. We email bea@example.org.');
    expect(mailer.sent.slice(1).map(({ to, subject }) => [to, subject.replace(reference, 'R')])).toEqual([
      ['referrer01@example.org', `Referral R: ${subjects.handedOver}`],
      ['bea@example.org', `Referral R: ${subjects.takenOver}`],
    ]);
    expect(JSON.stringify(mailer.sent)).not.toMatch(/Poppy|Testerfield|Referrer \(fictional\)|Bea Colleague|2024/);
    expect((await theCase()).handedTo).toMatchObject({ ...bea, from: 'referrer01@example.org' });
  });

  it('pressed twice at once, and once more (twice), is done once and each is told once', async () => {
    const { beas, mailer, theCase } = await offered();
    const { take, using } = await beas();
    const answers = [...(await Promise.all([take(), take()])), await take()];
    expect(answers.map(({ location }) => location)).toEqual([at, at, at]);
    expect((await theCase()).history.filter(({ event }) => event === 'HANDED_OVER')).toHaveLength(1);
    expect(mailer.sent).toHaveLength(3);
    expect((await using.get(offer)).location).toBe(at);
  });

  it('closes it to the earlier referrer: their open page says so, and their links open nothing', async () => {
    const { beas, visit, token, newBrowser } = await offered();
    const { using } = await visit();
    const csrf = hidden(await using.get(`${at}/withdraw`), 'csrf');
    await (await beas()).take();
    for (const path of [at, `${at}/withdraw`, `${at}/hand-over`]) {
      const page = await using.get(path);
      expect(page.status).toBe(410);
      expect(page.body).toContain('They took it over on 24 September 2026 at 9am');
      expect(page.body).not.toMatch(/Bea|bea@/);
    }
    const late = await using.post(`${at}/withdraw`, { csrf, reason: 'Moved away' });
    expect(late.status).toBe(410);
    for (const text of ['They took it over', 'Moved away']) expect(late.body).toContain(text);
    const [old, unknown] = [token, 'A'.repeat(43)].map((one) => newBrowser().get(`/referral/l/${one}`));
    expect(await old).toMatchObject({ status: 404, body: (await unknown)?.body });
  });

  it('leaves it open to the team mailbox of the referral', async () => {
    const { beas, putLink, visit } = await offered(inTriage, { teamEmail: 'team@example.org' });
    await (await beas()).take();
    const { page } = await visit(await putLink('team@example.org'));
    expect(page.status).toBe(200);
    expect(page.body).toContain('We email bea@example.org and team@example.org.');
    expect(page.body).not.toContain('You took over this referral');
  });

  it('passes on the question that is open, to be answered by them and no longer by the earlier referrer', async () => {
    const { beas, putLink, visit, theCase } = await offered(asked);
    const old = await putLink('referrer01@example.org', { purpose: 'ANSWER', taskId: `${reference}-T1` });
    const earlier = await visit(old);
    const fields = { csrf: hidden(earlier.page, 'csrf'), text: 'She stacks cups.' };
    const { take, using } = await beas();
    await take();
    const refused = await earlier.using.post(earlier.address, fields);
    expect(refused.status).toBe(410);
    expect(refused.body).toContain('She stacks cups.');
    const page = await using.get(`/referral/${reference}/answer/write`);
    expect(page.body).toContain('How does she play?');
    const sent = await using.post(`/referral/${reference}/answer`, { csrf: hidden(page, 'csrf'), text: 'With cups.' });
    expect(sent.status).toBe(200);
    expect((await theCase()).answers.map(({ text }) => text)).toEqual(['With cups.']);
  });

  it('lets them withdraw it, and hand it on', async () => {
    const { beas, mailed, visit, moved } = await offered();
    const { take, using } = await beas();
    await take();
    const csrf = hidden(await using.get(`${at}/hand-over`), 'csrf');
    await using.post(`${at}/hand-over`, { csrf, name: 'Cy', role: 'GP', email: 'cy@example.org' });
    const cy = await visit(mailed('cy@example.org'));
    await cy.using.post(offer, { csrf: hidden(cy.page, 'csrf') });
    expect(await moved()).toBe('cy@example.org');
    expect((await using.get(at)).status).toBe(410);
    const withdrawn = { csrf: hidden(await cy.using.get(`${at}/withdraw`), 'csrf'), reason: 'Moved' };
    expect((await cy.using.post(`${at}/withdraw`, withdrawn)).location).toBe(`${at}/withdrawn`);
  });

  const DAYS_28 = 28 * 24 * 60;
  it.each<[string, string, (world: Awaited<ReturnType<typeof offered>>) => unknown]>([
    ['after its last day (late)', whys.EXPIRED, ({ clock }) => clock.advanceMinutes(60)],
    [
      'after somebody else was asked (out of order)',
      'a newer request',
      ({ ask }) => ask({ ...bea, email: 'cy@example.org' }),
    ],
    [
      'after the referral has ended (late)',
      whys.CLOSED,
      async ({ stores, theCase }) => stores.cases.saveCase({ ...declined, version: (await theCase()).version + 1 }),
    ],
  ])('%s is refused on GET and POST, says why, and its link is as an unknown one', async (_when, said, happens) => {
    const world = await offered();
    const link = `/referral/l/${world.mailed('bea@example.org')}`;
    world.clock.advanceMinutes(DAYS_28 - 60);
    const { take, using } = await world.beas();
    await happens(world);
    for (const answer of [await using.get(offer), await take()]) {
      expect(answer.status).toBe(409);
      expect(answer.body).toContain(said);
    }
    const unknown = await world.newBrowser().get(`/referral/l/${'A'.repeat(43)}`);
    expect(await world.newBrowser().get(link)).toMatchObject({ status: 404, body: unknown.body });
    expect(await world.moved()).toBeUndefined();
  });

  it.each([
    ['without a CSRF token', { csrf: '' }, {}],
    ['with the CSRF token of another browser', { csrf: 'a'.repeat(64) }, {}],
    ['from another site', undefined, { Origin: 'https://evil.example' }],
  ])('%s (hostile) answers 403 and changes nothing', async (_kind, fields, headers) => {
    const { beas, moved } = await offered();
    const { take } = await beas();
    expect((await take(fields, headers)).status).toBe(403);
    expect(await moved()).toBeUndefined();
  });
});

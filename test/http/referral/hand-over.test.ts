import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { mayMail } from '#web/access/mail-budget.ts';
import { handOverWords } from '#web/referral/hand-over/words.ts';
import { handOverPageWords } from '#web/referral/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, otherReference, reference } from '../records.ts';
import { declined, inTriage, onList } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}/status`;
const bea = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };

/** A referrer who has followed their link and has the page for handing over open. */
async function opened(theCase: Case = inTriage, referrer = {}) {
  const world = await referrerWorld(theCase, 'STATUS', undefined, referrer);
  const { using } = await world.visit();
  const page = await using.get(`${at}/hand-over`);
  const csrf = hidden(await using.get(`${at}/hand-over`), 'csrf');
  const ask = (fields: Readonly<Record<string, string>> = bea, headers = {}) =>
    using.post(`${at}/hand-over`, { csrf, ...fields }, headers);
  const asked = async () => (await world.theCase()).history.filter(({ event }) => event === 'HAND_OVER_ASKED').length;
  return { ...world, using, page, ask, asked };
}

describe('the page for handing over', () => {
  it('says what it means, and that the colleague must know which child it is', async () => {
    const { page } = await opened();
    expect(page.status).toBe(200);
    for (const text of ['They have 28 days', handOverPageWords.unchanged, handOverPageWords.whichChild])
      expect(page.body).toContain(text);
    expect(page.body).not.toMatch(/Poppy|Testerfield|parent01/);
  });

  it('is closed once the referral has ended (late)', async () => {
    const { page, using } = await opened(declined);
    expect(page.status).toBe(409);
    expect(page.body).toContain(handOverPageWords.closed);
    expect((await using.get(at)).body).not.toContain('/hand-over"');
  });

  it('is for nobody who opened no link, or one to another referral (hostile)', async () => {
    const { using, newBrowser, stores } = await opened();
    await stores.cases.createCase(caseOnReceipt(otherReference));
    const answers = [
      await newBrowser().get(`${at}/hand-over`),
      await newBrowser().post(`${at}/hand-over`, { csrf: 'x' }),
      await using.get(`/referral/${otherReference}/status/hand-over`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('asking a colleague', () => {
  it.each<[string, Case]>([
    ['in triage', inTriage],
    ['on the waiting list', onList()],
  ])('%s sends them one e-mail without a name in it, and changes nothing else', async (_where, theCase) => {
    const { ask, using, mailer, theCase: now } = await opened(theCase);
    const answer = await ask();
    expect([answer.status, answer.location]).toEqual([303, at]);
    expect(mailer.sent.map(({ to }) => to)).toEqual(['bea@example.org']);
    expect(mailer.sent[0]?.subject).toContain(reference);
    expect(JSON.stringify(mailer.sent)).not.toMatch(/Poppy|Testerfield|Referrer \(fictional\)|Bea Colleague|2024/);
    const { handedTo, task, status } = await now();
    expect([handedTo, task?.id, status]).toEqual([undefined, theCase.task?.id, theCase.status]);
    const page = await using.get(at);
    expect(page.body).toContain('You asked them on 24 September 2026');
    expect(page.body).toContain('Bea Colleague (bea@example.org) can agree until 22 October 2026');
  });

  it.each(['bea@example.org', 'BEA@example.org'])(
    'asks no one whose mailbox has had its fill of emails this hour, and says so (hostile): %s',
    async (email) => {
      const { ask, mailer, asked, clock, stores } = await opened();
      const budget = { access: stores.access, now: clock.now, policy: defaultPolicy };
      for (let n = 0; n < defaultPolicy.linksAnHour; n += 1) await mayMail(budget, 'bea@example.org');
      const refused = await ask({ ...bea, email });
      expect([refused.status, refused.body.includes(handOverPageWords.mailboxFull)]).toEqual([429, true]);
      expect([mailer.sent.length, await asked()]).toEqual([0, 0]);
      expect((await ask({ ...bea, email: 'other@example.org' })).status).toBe(303);
      clock.advanceMinutes(60);
      expect((await ask({ ...bea, email })).status).toBe(303);
    },
  );

  it('pressed many times asks once, and is never refused as too many (twice)', async () => {
    const { ask, mailer } = await opened();
    for (let n = 0; n < defaultPolicy.linksAnHour + 5; n += 1) expect((await ask()).status).toBe(303);
    expect(mailer.sent).toHaveLength(1);
  });

  it('pressed twice at once (twice) asks once', async () => {
    const { ask, mailer, asked } = await opened();
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect([mailer.sent.length, await asked()]).toEqual([1, 1]);
  });

  it('again a quarter of an hour later asks anew, by a link that takes the place of the first', async () => {
    const { ask, clock, mailer, mailed, newBrowser } = await opened();
    await ask();
    const first = mailed('bea@example.org');
    clock.advanceMinutes(14);
    await ask();
    expect(mailer.sent).toHaveLength(1);
    clock.advanceMinutes(1);
    await ask();
    expect(mailer.sent).toHaveLength(2);
    const links = [first, mailed('bea@example.org')].map((token) => newBrowser().get(`/referral/l/${token}`));
    expect((await Promise.all(links)).map(({ status }) => status)).toEqual([404, 200]);
  });

  it('somebody else takes the place of who was asked before, and says so first', async () => {
    const { ask, using, mailed, newBrowser } = await opened();
    await ask();
    expect((await using.get(`${at}/hand-over`)).body).toContain('You asked Bea Colleague (bea@example.org)');
    await ask({ ...bea, name: 'Cy Colleague', email: 'cy@example.org' });
    const links = ['bea@example.org', 'cy@example.org'].map((who) => newBrowser().get(`/referral/l/${mailed(who)}`));
    expect((await Promise.all(links)).map(({ status }) => status)).toEqual([404, 200]);
    expect((await using.get(at)).body).not.toContain('bea@example.org');
  });

  it.each([
    ['no name (half-finished)', { name: ' ' }, 'name', handOverWords.NAME_MISSING],
    ['no role (half-finished)', { role: '' }, 'role', handOverWords.ROLE_MISSING],
    ['no address (half-finished)', { email: '' }, 'email', handOverWords.EMAIL_MISSING],
    ['two addresses (malformed)', { email: 'a@example.org, b@example.org' }, 'email', handOverWords.EMAIL_UNREADABLE],
    [
      'a header in the address (hostile)',
      { email: 'a@example.org\nBcc: b@example.org' },
      'email',
      handOverWords.EMAIL_UNREADABLE,
    ],
    ['their own address', { email: ' Referrer01@Example.org ' }, 'email', handOverWords.EMAIL_IS_THEIRS],
    ['the address of a parent (hostile)', { email: 'PARENT01@example.org' }, 'email', handOverWords.EMAIL_OF_A_PARENT],
    ['a name of 151 characters', { name: 'x'.repeat(151) }, 'name', handOverWords.NAME_TOO_LONG({ limit: 150 })],
    ['a role with a control character (malformed)', { role: 'G\u0000P' }, 'role', handOverWords.ROLE_UNPRINTABLE],
  ])('with %s answers 422, keeps what was typed and asks nobody', async (_kind, fields, path, said) => {
    const { ask, mailer, asked } = await opened();
    const answer = await ask({ ...bea, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/<title>Error: /);
    for (const text of [`href="#${path}"`, said]) expect(answer.body).toContain(text);
    for (const kept of Object.values({ ...bea, [path]: '' })) expect(answer.body).toContain(kept);
    expect([mailer.sent.length, await asked()]).toEqual([0, 0]);
  });

  it('with nothing at all (half-finished) says everything that is missing at once', async () => {
    const { ask } = await opened();
    const { body } = await ask({});
    for (const path of ['name', 'role', 'email']) expect(body).toContain(`href="#${path}"`);
  });

  it('may hand it to the team mailbox of the referral', async () => {
    const { ask, mailer } = await opened(inTriage, { teamEmail: 'team@example.org' });
    expect((await ask({ ...bea, email: 'team@example.org' })).status).toBe(303);
    expect(mailer.sent.map(({ to }) => to)).toEqual(['team@example.org']);
  });

  it('by an eleventh request is refused, and the tenth still holds', async () => {
    const { ask, mailer, using, mailed, newBrowser } = await opened();
    for (let n = 1; n <= 10; n += 1) await ask({ ...bea, email: `bea${n}@example.org` });
    const refused = await ask({ ...bea, email: 'bea11@example.org' });
    expect(refused.status).toBe(429);
    expect(refused.body).toContain(handOverPageWords.tooMany);
    expect((await using.get(`${at}/hand-over`)).status).toBe(429);
    expect(mailer.sent).toHaveLength(10);
    expect((await newBrowser().get(`/referral/l/${mailed('bea10@example.org')}`)).status).toBe(200);
  });

  it('of a referral that ended meanwhile (late) is refused', async () => {
    const { ask, stores, mailer, theCase } = await opened();
    const current = await theCase();
    await stores.cases.saveCase({ ...declined, version: current.version + 1 });
    expect((await ask()).status).toBe(409);
    expect(mailer.sent).toEqual([]);
  });

  it.each([
    ['without a CSRF token', { csrf: '' }, {}],
    ['with the CSRF token of another browser', { csrf: 'a'.repeat(64) }, {}],
    ['from another site', {}, { Origin: 'https://evil.example' }],
  ])('%s (hostile) answers 403 and asks nobody', async (_kind, fields, headers) => {
    const { ask, mailer } = await opened();
    expect((await ask({ ...bea, ...fields }, headers)).status).toBe(403);
    expect(mailer.sent).toEqual([]);
  });
});

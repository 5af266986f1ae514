import { describe, expect, it, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { codeWords } from '#web/access/code-words.ts';
import { otherRoadWords } from '#web/access/other-road.ts';
import { WRONG_BIRTH_DATE } from '#web/referral/status/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { caseOnReceipt, reference, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { asked, inTriage, stopped } from './standings.ts';
import { birthDate, referrerWorld } from './world.ts';

const REFERRER = 'referrer01@example.org';
const offer = otherRoadWords.button;

/** One link, and what a person can do with it. */
async function link(theCase: Case, purpose: LinkPurpose) {
  const stores = createMemoryStores();
  const readings: string[] = [];
  const recordReading = async ({ what }: { what: string }) => {
    readings.push(what);
  };
  const watched = { ...stores, access: { ...stores.access, recordReading } };
  const world = await referrerWorld(theCase, purpose, undefined, {}, watched);
  const at = `/referral/l/${world.token}`;
  const wrong = (using: Browser, day = 1) => using.post(at, { ...birthDate, 'dob-day': String(day) });
  const press = (using: Browser, fields = {}) => using.post(`${at}/email`, fields);
  const enter = (using: Browser, code: string) => using.post(`${at}/email/code`, { code });
  const exhaust = async (using: Browser) => {
    for (let day = 1; day < 5; day += 1) await wrong(using, day);
    return wrong(using, 5);
  };
  const codes = () => world.mailer.sent.filter(({ tags }) => tags.noticeId === 'CODE');
  return { ...world, at, wrong, press, enter, exhaust, codes, readings };
}
const status = () => link(caseOnReceipt(), 'STATUS');

describe('a referrer whose referral has a mistyped date of birth', () => {
  it('is offered a code from the first wrong date on, also when back later, and the number to call', async () => {
    const { newBrowser, at, wrong } = await status();
    const first = await newBrowser().get(at);
    expect(first.body).not.toContain(offer);
    expect(first.body).toContain(testConfig.contact.phone);
    for (const answer of [await wrong(newBrowser()), await newBrowser().get(at), await newBrowser().post(at)]) {
      expect(answer.body).toContain(offer);
      expect(answer.body).toContain(`action="${at}/email"`);
      expect(answer.body).toContain(testConfig.contact.phone);
    }
  });

  it('is offered it on the page that makes one wait too', async () => {
    const { newBrowser, exhaust } = await status();
    const waiting = await exhaust(newBrowser());
    expect([waiting.status, waiting.headers['retry-after']]).toEqual([429, '900']);
    for (const words of [offer, testConfig.contact.phone]) expect(waiting.body).toContain(words);
  });

  it.each([
    ['STATUS', inTriage],
    ['ANSWER', asked],
    ['RESUBMIT', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_ASSESSMENT_EVIDENCE_INCLUDED')],
    ['FORWARD', stopped('REDIRECTED_EY_ADVISORY', 'AGE_OVER_3_0')],
  ] as const)('opens a link to %s by the code as by the right date, the reading recorded', async (purpose, theCase) => {
    const { newBrowser, exhaust, press, enter, codeTo, readings } = await link(theCase, purpose);
    const using = newBrowser();
    await exhaust(using);
    expect((await press(using)).body).toContain('name="code"');
    const answer = await enter(using, codeTo(REFERRER));
    expect([answer.status, answer.location]).toEqual([303, `/referral/${reference}/${purpose.toLowerCase()}`]);
    expect((await using.get(answer.location)).status).toBe(200);
    expect(readings[0]).toBe('SESSION_OPENED');
  });

  it('has this road where the referral holds no date that can be read at all', async () => {
    const { newBrowser, press, enter, codeTo, stores } = await status();
    await stores.referrals.putReferral(storedReferral({ referrer: { email: REFERRER } }));
    const using = newBrowser();
    await press(using);
    expect((await enter(using, codeTo(REFERRER))).status).toBe(303);
  });

  it('reads on the status page to call and say so', async () => {
    const { visit } = await status();
    expect((await visit()).page.body).toContain(WRONG_BIRTH_DATE);
  });
});

describe('the code of a link', () => {
  test('goes to the mailbox of that link only, by an email that names no one', async () => {
    const { newBrowser, press, codes } = await status();
    await press(newBrowser());
    expect(codes().map(({ to }) => to)).toEqual([REFERRER]);
    expect(JSON.stringify(codes())).not.toMatch(/Poppy|Testerfield|2024-09-10/);
  });

  test('is mailed by no GET, and once however often the button is pressed (a scanner)', async () => {
    const { newBrowser, at, press, codes } = await status();
    for (const path of ['', '/email', '/email/code']) expect((await newBrowser().get(at + path)).status).toBe(200);
    expect(codes()).toEqual([]);
    for (let n = 0; n < 10; n += 1) expect((await press(newBrowser())).body).toContain('name="code"');
    expect(codes()).toHaveLength(1);
  });

  test('is replaced only on request, from 2 minutes on, 3 times a link, and the field stays', async () => {
    const { newBrowser, press, codes, clock } = await status();
    const using = newBrowser();
    await press(using);
    const early = await press(using, { newCode: 'yes' });
    expect([early.status, early.body.includes('name="code"'), codes().length]).toEqual([429, true, 1]);
    for (let n = 0; n < 5; n += 1) {
      clock.advanceMinutes(2);
      expect((await press(using, { newCode: 'yes' })).body).toContain('name="code"');
    }
    expect(codes()).toHaveLength(4);
  });

  test('works once', async () => {
    const { newBrowser, press, enter, codeTo } = await status();
    await press(newBrowser());
    expect((await enter(newBrowser(), codeTo(REFERRER))).status).toBe(303);
    const again = await enter(newBrowser(), codeTo(REFERRER));
    expect([again.status, again.body.includes('name="code"')]).toEqual([422, true]);
  });

  test.each([
    ['nothing', '', codeWords.missing],
    ['a word', 'secret', codeWords.format],
  ])('given %s answers 422 with the field', async (_kind, code, words) => {
    const { newBrowser, enter } = await status();
    const answer = await enter(newBrowser(), code);
    expect([answer.status, answer.body.includes(words)]).toEqual([422, true]);
  });
});

describe('a stranger with the link (hostile)', () => {
  test('who exhausts the dates, waits and does it again never closes the code to its reader', async () => {
    const { newBrowser, exhaust, press, enter, codeTo, clock } = await status();
    for (const minutes of [15, 30, 60]) {
      await exhaust(newBrowser());
      clock.advanceMinutes(minutes);
    }
    await exhaust(newBrowser());
    const using = newBrowser();
    await press(using);
    expect((await enter(using, codeTo(REFERRER))).status).toBe(303);
  });

  test('who guesses the code away leaves the date as it was, and the page that asked its own tries', async () => {
    const { newBrowser, at, press, enter, codeTo } = await status();
    const using = newBrowser();
    const page = await press(using);
    const asker = hidden(page, 'asker');
    const code = codeTo(REFERRER);
    const guess = code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 6; n += 1) expect((await enter(newBrowser(), guess)).status).toBe(422);
    expect((await using.post(`${at}/email/code`, { code, asker })).status).toBe(303);
    expect((await newBrowser().post(at, birthDate)).status).toBe(303);
  });

  test('from another site is refused with 403, and nothing is mailed', async () => {
    const { newBrowser, at, codes } = await status();
    const evil = { Origin: 'https://evil.example' };
    expect((await newBrowser().post(`${at}/email`, {}, evil)).status).toBe(403);
    expect(codes()).toEqual([]);
  });
});

test('a colleague who is asked to take a referral over must know the child: no code, whatever is pressed', async () => {
  const { visit, newBrowser, mailed, mailer } = await referrerWorld(inTriage, 'STATUS');
  const { using } = await visit();
  const page = await using.get(`/referral/${reference}/status/hand-over`);
  const csrf = hidden(page, 'csrf');
  const colleague = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };
  await using.post(`/referral/${reference}/status/hand-over`, { csrf, ...colleague });
  const at = `/referral/l/${mailed(colleague.email)}`;
  const strange = newBrowser();
  for (let day = 1; day < 6; day += 1) {
    const answer = await strange.post(at, { ...birthDate, 'dob-day': String(day) });
    expect(answer.body).not.toContain(offer);
    expect(answer.body).toContain(testConfig.contact.phone);
  }
  const before = mailer.sent.length;
  for (const path of ['/email', '/email/code']) {
    expect((await strange.post(at + path, { code: '123456' })).location).toBe(at);
    expect((await strange.get(at + path)).location).toBe(at);
  }
  expect(mailer.sent).toHaveLength(before);
});

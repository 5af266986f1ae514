import { describe, expect, it, test } from 'vitest';
import { referrerActor } from '#domain/people/actor.ts';
import { codeTrouble } from '#web/access/code-words.ts';
import { otherRoadWords } from '#web/access/other-road.ts';
import type { Browser } from '../browser.ts';
import { testConfig } from '../service-config.ts';
import { answers, begin, fill, referWorld } from './world.ts';

const address = 'referrer01@example.org';
const offer = otherRoadWords.button;
/** The date that the referrer believes they have typed. */
const meant = { 'dob-day': '11', 'dob-month': '9', 'dob-year': '2024' };
/** The one that stands in the draft. */
const stored = { ...meant, 'dob-day': '10' };

/** An unfinished referral with a mistyped date of birth, and the link to it that was mailed. */
async function mistyped() {
  const world = referWorld();
  const using = world.newBrowser();
  const draft = await begin(using);
  await fill(using, `${draft}/child`, answers.child ?? {});
  await fill(using, `${draft}/parents/1`, answers['parents/1'] ?? {});
  await fill(using, `${draft}/keep`, { email: address });
  const at = /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
  const codes = () => world.mailer.sent.filter(({ tags }) => tags.noticeId === 'CODE');
  const code = () => /^\d{6}$/m.exec(codes().at(-1)?.text ?? '')?.[0] ?? '';
  const wrong = (by: Browser, day = 11) => by.post(at, { ...meant, 'dob-day': String(day) });
  const press = (by: Browser, fields = {}) => by.post(`${at}/email`, fields);
  const exhaust = async (by: Browser) => {
    for (let day = 11; day < 15; day += 1) await wrong(by, day);
    return wrong(by, 15);
  };
  return { ...world, draft, at, codes, code, wrong, press, exhaust };
}

describe('whoever comes back to an unfinished referral with a mistyped date of birth', () => {
  it('is offered a code from the first wrong date on, also when back later, and the number to call', async () => {
    const { newBrowser, at, wrong } = await mistyped();
    const first = await newBrowser().get(at);
    expect([first.body.includes(offer), first.body.includes(testConfig.contact.phone)]).toEqual([false, true]);
    for (const answer of [await wrong(newBrowser()), await newBrowser().get(at), await newBrowser().post(at)]) {
      for (const shown of [offer, `action="${at}/email"`, testConfig.contact.phone])
        expect(answer.body).toContain(shown);
    }
  });

  it('is offered it on the page that makes one wait too', async () => {
    const { newBrowser, exhaust } = await mistyped();
    const waiting = await exhaust(newBrowser());
    expect([waiting.status, waiting.headers['retry-after']]).toEqual([429, '900']);
    for (const words of [offer, testConfig.contact.phone]) expect(waiting.body).toContain(words);
  });

  it('opens it by the code, which is recorded, and can correct the date', async () => {
    const { newBrowser, at, draft, press, code, exhaust, readings, clock } = await mistyped();
    await exhaust(newBrowser());
    const using = newBrowser();
    expect((await press(using)).body).toContain('name="code"');
    expect((await using.post(`${at}/email/code`, { code: code() })).location).toBe(draft);
    expect(readings).toMatchObject([{ by: referrerActor(address), what: 'SESSION_OPENED' }]);
    await fill(using, `${draft}/child`, { ...answers.child, 'child.dob-day': '11' });
    clock.advanceMinutes(15);
    expect((await newBrowser().post(at, meant)).status).toBe(303);
  });
});

describe('that code', () => {
  test('goes to the mailbox of the link, by no GET, and once however often it is asked for (a scanner)', async () => {
    const { newBrowser, at, press, codes } = await mistyped();
    for (const path of [at, `${at}/email`, `${at}/email/code`]) expect((await newBrowser().get(path)).status).toBe(200);
    expect(codes()).toHaveLength(0);
    for (let n = 0; n < 10; n += 1) expect((await press(newBrowser())).status).toBe(200);
    expect(codes().map(({ to }) => to)).toEqual([address]);
  });

  test('works once (twice)', async () => {
    const { newBrowser, at, press, code } = await mistyped();
    await press(newBrowser());
    const used = code();
    expect((await newBrowser().post(`${at}/email/code`, { code: used })).status).toBe(303);
    const again = await newBrowser().post(`${at}/email/code`, { code: used });
    expect([again.status, again.body.includes(codeTrouble({ kind: 'EXPIRED' }))]).toEqual([422, true]);
  });

  test('is not closed by wrong dates (hostile)', async () => {
    const { newBrowser, at, draft, press, code, exhaust } = await mistyped();
    await exhaust(newBrowser());
    await press(newBrowser());
    await exhaust(newBrowser());
    expect((await newBrowser().post(`${at}/email/code`, { code: code() })).location).toBe(draft);
  });

  test('guessed away leaves the date as it was (hostile)', async () => {
    const { newBrowser, at, press } = await mistyped();
    await press(newBrowser());
    for (let n = 0; n < 6; n += 1) await newBrowser().post(`${at}/email/code`, { code: '000000' });
    expect((await newBrowser().post(at, stored)).status).toBe(303);
  });

  test('from another site is refused with 403, and nothing is mailed (hostile)', async () => {
    const { newBrowser, at, codes } = await mistyped();
    expect((await newBrowser().post(`${at}/email`, {}, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(codes()).toEqual([]);
  });
});

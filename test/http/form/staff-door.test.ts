import { describe, expect, it } from 'vitest';
import { codeTrouble, codeWords } from '#web/access/code-words.ts';
import { MOST_WRONG_A_DAY } from '#web/access/mailbox-door.ts';
import { type Browser, hidden } from '../browser.ts';
import { type ReferWorld, referWorld } from './world.ts';

const TRIAGER = 'triage-1@example.org';
const ours = {
  name: 'Sam Field',
  role: 'Administrator',
  cameBy: 'PAPER',
  'arrivedOn-day': '3',
  'arrivedOn-month': '9',
  'arrivedOn-year': '2026',
};
const codeIn = (world: ReferWorld) => /^\d{6}$/m.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';

/** Asks for a code in a browser; answers how to enter one there. */
async function asked(using: Browser, mailbox = TRIAGER) {
  const page = await using.post('/refer/staff', { mailbox });
  const enter = (code: string) =>
    using.post('/refer/staff/code', { mailbox, code, asker: hidden(page, 'asker'), ...ours });
  return { page, enter };
}

const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111');

/** Enters wrong codes in ever new browsers, as many as are counted, without being held up by the mails. */
async function guessAllDay(world: ReferWorld) {
  for (let n = 0; n < MOST_WRONG_A_DAY / 5; n += 1) {
    const { enter } = await asked(world.newBrowser());
    for (let guess = 0; guess < 5; guess += 1) await enter(wrongOf(codeIn(world)));
  }
}

describe('the door for staff who enter a referral', () => {
  it('takes a code in the browser that asked for it, and in no other (hostile)', async () => {
    const world = referWorld();
    const own = await asked(world.newBrowser());
    const code = codeIn(world);
    const other = await world.newBrowser().post('/refer/staff/code', { mailbox: TRIAGER, code, ...ours });
    expect([other.status, other.body.includes(codeTrouble({ kind: 'EXPIRED' }))]).toEqual([422, true]);
    expect((await own.enter(code)).status).toBe(303);
  });

  it.each(['https://portage.example.org', 'https://example.org/prod'])('takes it under %s too', async (baseUrl) => {
    const world = referWorld(baseUrl);
    const { enter } = await asked(world.newBrowser());
    expect((await enter(codeIn(world))).status).toBe(303);
  });

  it('stays open to who asked, whatever strangers ask and guess in other browsers (hostile)', async () => {
    const world = referWorld();
    const own = await asked(world.newBrowser());
    const code = codeIn(world);
    for (let n = 0; n < 5; n += 1) {
      const stranger = world.newBrowser();
      const { enter } = await asked(stranger);
      for (let guess = 0; guess < 6; guess += 1) await enter(wrongOf(codeIn(world)));
      await stranger.post('/refer/staff', { mailbox: TRIAGER, newCode: 'yes' });
    }
    expect((await own.enter(code)).status).toBe(303);
  });

  it('makes a browser wait after five wrong codes, twice as long each time', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const waits = [];
    for (let round = 0; round < 3; round += 1) {
      const { enter } = await asked(using);
      for (let guess = 0; guess < 4; guess += 1) expect((await enter(wrongOf(codeIn(world)))).status).toBe(422);
      const fifth = await enter(wrongOf(codeIn(world)));
      expect((await asked(using)).page.status).toBe(429);
      waits.push(Number(fifth.headers['retry-after']) / 60);
      world.clock.advanceMinutes(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([15, 30, 60]);
  });

  it('mails a mailbox no more than 15 codes in 15 minutes for browsers that are new here (hostile)', async () => {
    const world = referWorld();
    for (let n = 0; n < 40; n += 1) await asked(world.newBrowser());
    expect(world.mailer.sent).toHaveLength(15);
    const late = await asked(world.newBrowser());
    expect([late.page.status, late.page.headers['retry-after']]).toEqual([429, '900']);
  });

  it('lets a browser that has entered before in again, though strangers used up the day, and says so once', async () => {
    const world = referWorld();
    const known = world.newBrowser();
    await (await asked(known)).enter(codeIn(world));
    await guessAllDay(world);
    const events = () => world.service.log.lines.map(({ event }) => event);
    expect(events().filter((event) => event === 'codes-guessed')).toHaveLength(1);
    expect((await asked(world.newBrowser())).page.status).toBe(429);
    const again = await asked(known);
    expect((await again.enter(codeIn(world))).status).toBe(303);
    world.clock.advanceMinutes(24 * 60);
    expect((await asked(world.newBrowser())).page.status).toBe(200);
  });

  it('answers a known and an unknown address alike, and at the same time (hostile)', async () => {
    const world = referWorld();
    const { send } = world.mailer;
    let spent = 0;
    Reflect.set(world.mailer, 'send', async (email: Parameters<typeof send>[0]) => {
      spent += 700;
      world.clock.advanceMinutes(700 / 60_000);
      return send(email);
    });
    const seen = async (mailbox: string) => {
      spent = 0;
      const { page } = await asked(world.newBrowser(), mailbox);
      return [
        page.status,
        spent + (world.waited.at(-1) ?? 0),
        page.body.includes(codeWords.newCode),
        page.cookies.length,
      ];
    };
    expect(await seen(TRIAGER)).toEqual([200, 1000, true, 1]);
    expect(await seen('stranger@example.org')).toEqual([200, 1000, true, 1]);
  });
});

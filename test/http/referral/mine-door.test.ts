import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { codeTrouble, codeWords } from '#web/access/code-words.ts';
import { MOST_WRONG_A_DAY } from '#web/access/mailbox-door.ts';
import { EMAIL_FORMAT } from '#web/form/engine/words.ts';
import { mineListWords, mineWords } from '#web/referral/mine/words.ts';
import { reference } from '../records.ts';
import { LIST, mineWorld, REFERRER, TEAM } from './mine-world.ts';
import { inTriage } from './standings.ts';

const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111');
const expired = codeTrouble({ kind: 'EXPIRED' });

describe('a code to a mailbox that has referrals', () => {
  it.each([
    ['the referrer’s', REFERRER],
    ['their team’s', TEAM],
  ])('opens its list: %s', async (_whose, mailbox) => {
    const { listed } = await mineWorld();
    const { list, location } = await listed(mailbox);
    expect([location, list.status]).toEqual([LIST, 200]);
    expect(list.body).toContain(reference);
    expect(list.body).toContain(mineListWords.of(mailbox));
  });

  it('comes however the mailbox is written, to the mailbox as we compare it', async () => {
    const { newBrowser, ask, codes } = await mineWorld();
    await ask(newBrowser(), ' Referrer01@Example.ORG');
    expect(codes().map(({ to }) => to)).toEqual([REFERRER]);
  });

  it('works once (twice)', async () => {
    const { newBrowser, asked, codeTo } = await mineWorld();
    const { enter } = await asked(newBrowser());
    expect((await enter(codeTo(REFERRER))).status).toBe(303);
    const again = await enter(codeTo(REFERRER));
    expect([again.status, again.body.includes(expired)]).toEqual([422, true]);
  });

  it('works in the browser that asked for it, and in no other (hostile)', async () => {
    const { newBrowser, asked, codeTo } = await mineWorld();
    const own = await asked(newBrowser());
    const code = codeTo(REFERRER);
    const other = await newBrowser().post('/referral/mine/code', { mailbox: REFERRER, code });
    expect([other.status, other.body.includes(expired)]).toEqual([422, true]);
    expect((await own.enter(code)).status).toBe(303);
  });

  it('opens no other mailbox’s list (someone else’s code)', async () => {
    const { newBrowser, ask, codeTo } = await mineWorld();
    const using = newBrowser();
    await ask(using, TEAM);
    await ask(using, REFERRER);
    const code = codeTo(TEAM);
    const answer = await using.post('/referral/mine/code', { mailbox: REFERRER, code });
    expect(answer.status).toBe(422);
    expect((await using.get(LIST)).location).toBe('/referral/mine');
  });

  it('runs out (late)', async () => {
    const { newBrowser, asked, codeTo, clock } = await mineWorld();
    const { enter } = await asked(newBrowser());
    clock.advanceMinutes(defaultPolicy.codeMinutes);
    expect((await enter(codeTo(REFERRER))).status).toBe(422);
  });

  it('is mailed by no GET, and once however often a scanner presses the button', async () => {
    const { newBrowser, ask, codes } = await mineWorld();
    for (const path of ['', '/code', '/list', `/${reference}`])
      expect((await newBrowser().get(`/referral/mine${path}`)).status).toBeLessThan(400);
    expect(codes()).toEqual([]);
    const using = newBrowser();
    for (let n = 0; n < 10; n += 1) expect((await ask(using)).body).toContain('name="code"');
    expect(codes()).toHaveLength(1);
  });

  it('is an email that names no one and holds the code alone on a line', async () => {
    const { newBrowser, ask, codes } = await mineWorld();
    await ask(newBrowser());
    expect(codes()[0]?.text).toMatch(/^\d{6}$/m);
    expect(JSON.stringify(codes())).not.toMatch(/Poppy|Testerfield|2024-09-10/);
  });
});

describe('what is typed at the door of the list', () => {
  it.each([
    ['nothing', '', codeWords.missing],
    ['a word', 'secret', codeWords.format],
  ])('given %s as the code answers 422 with the field', async (_kind, code, words) => {
    const { newBrowser, asked } = await mineWorld();
    const { enter } = await asked(newBrowser());
    const answer = await enter(code);
    expect([answer.status, answer.body.includes(words), answer.body.includes('name="code"')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('is kept where it is no email address, with what to enter', async () => {
    const { newBrowser, ask } = await mineWorld();
    const answer = await ask(newBrowser(), 'Kim at work');
    expect([answer.status, answer.body.includes(EMAIL_FORMAT), answer.body.includes('value="Kim at work"')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('is not taken from another site (forged), and mails nothing', async () => {
    const { newBrowser, codes } = await mineWorld();
    const evil = { Origin: 'https://evil.example' };
    expect((await newBrowser().post('/referral/mine', { mailbox: REFERRER }, evil)).status).toBe(403);
    expect((await newBrowser().post('/referral/mine/code', { mailbox: REFERRER, code: '1' }, evil)).status).toBe(403);
    expect(codes()).toEqual([]);
  });
});

describe('a stranger at the door of the list (hostile)', () => {
  it('gets for a known and an unknown mailbox the same page at the same time', async () => {
    const { newBrowser, ask, clock, waited, mailer, codes } = await mineWorld();
    const { send } = mailer;
    let spent = 0;
    Reflect.set(mailer, 'send', async (email: Parameters<typeof send>[0]) => {
      spent += 700;
      clock.advanceMinutes(700 / 60_000);
      return send(email);
    });
    const seen = async (mailbox: string) => {
      spent = 0;
      const { status, body, cookies } = await ask(newBrowser(), mailbox);
      const said = body.includes(mineWords.known(mailbox)) && body.includes(codeWords.newCode);
      return [status, spent + (waited.at(-1) ?? 0), said, cookies.length];
    };
    expect(await seen(REFERRER)).toEqual([200, 1000, true, 1]);
    expect(await seen('stranger@example.org')).toEqual([200, 1000, true, 1]);
    expect(codes()).toHaveLength(1);
  });

  it('makes us write no more often to one mailbox than its links may be asked for', async () => {
    const { newBrowser, ask, codes, clock } = await mineWorld();
    for (let n = 0; n < 30; n += 1) await ask(newBrowser());
    expect(codes()).toHaveLength(defaultPolicy.linksAnHour);
    const late = await ask(newBrowser());
    expect([late.status, late.headers['retry-after'], late.body.includes('name="code"')]).toEqual([429, '3600', true]);
    clock.advanceMinutes(60);
    expect((await ask(newBrowser())).status).toBe(200);
  });

  it('gets the same count for a mailbox that we do not know', async () => {
    const { newBrowser, ask } = await mineWorld();
    for (let n = 0; n < defaultPolicy.linksAnHour; n += 1) await ask(newBrowser(), 'stranger@example.org');
    expect((await ask(newBrowser(), 'stranger@example.org')).status).toBe(429);
  });

  it('waits after five wrong codes, and keeps no one else out', async () => {
    const { newBrowser, asked, listed, codeTo } = await mineWorld();
    const using = newBrowser();
    const { enter } = await asked(using);
    for (let n = 0; n < 5; n += 1) await enter(wrongOf(codeTo(REFERRER)));
    expect((await asked(using)).page.status).toBe(429);
    expect((await listed()).list.status).toBe(200);
  });

  it('uses up the wrong codes of a day, which rings, and a browser that was here before still gets in', async () => {
    const { newBrowser, asked, listed, codeTo, log, clock } = await mineWorld();
    const known = newBrowser();
    await listed(REFERRER, known);
    for (let n = 0; n < MOST_WRONG_A_DAY / 5; n += 1) {
      clock.advanceMinutes(60);
      const { enter } = await asked(newBrowser());
      for (let guess = 0; guess < 5; guess += 1) await enter(wrongOf(codeTo(REFERRER)));
    }
    expect(log.lines.filter(({ event }) => event === 'codes-guessed')).toHaveLength(1);
    expect((await asked(newBrowser())).page.status).toBe(429);
    known.jar.delete('small-steps-referrer');
    expect((await listed(REFERRER, known)).list.status).toBe(200);
  });

  it('who sent a referral that no person has looked at makes us write to no one', async () => {
    const { newBrowser, ask, codes } = await mineWorld({ ...inTriage, suspicion: 'STANDS' });
    await ask(newBrowser(), REFERRER);
    await ask(newBrowser(), TEAM);
    expect(codes()).toEqual([]);
  });
});

it('goes on to the list in a browser where the code still counts, and asks anew once it does not', async () => {
  const { listed, clock } = await mineWorld();
  const { using } = await listed();
  expect((await using.get('/referral/mine')).location).toBe(LIST);
  clock.advanceMinutes(defaultPolicy.sessionHours * 60);
  expect((await using.get(LIST)).location).toBe('/referral/mine');
  expect((await using.get('/referral/mine')).status).toBe(200);
});

import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { codeWords, waitInWords } from '#web/access/code-words.ts';
import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

type World = Awaited<ReturnType<typeof triageWorld>>;
type Using = ReturnType<World['newBrowser']>;

const askNew = (using: Using, token: string) => using.post(`/triage/l/${token}`, { newCode: 'yes' });
const enter = (using: Using, token: string, fields: Record<string, string>) =>
  using.post(`/triage/l/${token}/code`, fields);
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

/** Someone who has the link and no mailbox: guesses until they have no tries left. */
async function stranger({ newBrowser, token, lastCode }: World) {
  const using = newBrowser();
  for (let n = 0; n <= defaultPolicy.codeTries; n += 1) await enter(using, token, { code: wrongFor(lastCode()) });
}

describe('a new code', () => {
  it('is asked for by a second form on the page with the one for the code', async () => {
    const { newBrowser, token } = await triageWorld();
    const { body } = await newBrowser().post(`/triage/l/${token}`);
    expect(body.match(/<form method="post"/g)).toHaveLength(2);
    expect(body.match(/name="code"/g)).toHaveLength(1);
    expect(body).toContain('name="newCode"');
    expect(body).toContain(codeWords.newCode);
  });

  it('comes from two minutes after the last, and replaces it', async () => {
    const { newBrowser, token, mailer, clock, lastCode } = await triageWorld();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    const [first, early] = [lastCode(), await askNew(using, token)];
    expect([early.status, early.headers['retry-after'], mailer.sent.length]).toEqual([429, '120', 1]);
    expect(early.body).toContain(waitInWords('2026-09-24T08:02:00.000Z'));
    clock.advanceMinutes(2);
    expect((await askNew(using, token)).status).toBe(200);
    expect(lastCode()).not.toBe(first);
    expect((await enter(using, token, { code: first })).status).toBe(422);
    expect((await enter(using, token, { code: lastCode() })).status).toBe(303);
  });

  it('is sent three times a link, then says from when, and the field and the last code stay good', async () => {
    const { newBrowser, token, mailer, clock, lastCode } = await triageWorld();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    for (let n = 0; n < 3; n += 1) {
      clock.advanceMinutes(2);
      expect((await askNew(using, token)).status).toBe(200);
    }
    clock.advanceMinutes(2);
    const refused = await askNew(using, token);
    expect([refused.status, mailer.sent.length, refused.body.includes('name="code"')]).toEqual([429, 4, true]);
    expect(refused.body).toContain(waitInWords('2026-09-24T08:17:00.000Z'));
    expect((await enter(using, token, { code: lastCode() })).status).toBe(303);
  });

  it('refused through one link is sent through another of the same mailbox', async () => {
    const { newBrowser, token, putLink, clock, mailer } = await triageWorld();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    for (let n = 0; n < 4; n += 1) {
      clock.advanceMinutes(2);
      await askNew(using, token);
    }
    const before = mailer.sent.length;
    expect((await askNew(using, await putLink('reminder'))).status).toBe(200);
    expect(mailer.sent).toHaveLength(before + 1);
  });

  it('could not be mailed: says so, and the next press sends another (broken)', async () => {
    for (const send of [async () => ({ refused: 'SUPPRESSED' }), () => Promise.reject(new Error('down'))]) {
      const { newBrowser, token } = await triageWorld({ send });
      for (let n = 0; n < 2; n += 1) expect((await newBrowser().post(`/triage/l/${token}`)).status).toBe(502);
    }
  });
});

describe('what a stranger with the link does', () => {
  it('leaves the code that a person asked for its own tries', async () => {
    const world = await triageWorld();
    const { newBrowser, token, lastCode } = world;
    const using = newBrowser();
    const asker = hidden(await using.post(`/triage/l/${token}`), 'asker');
    await stranger(world);
    expect((await enter(using, token, { code: wrongFor(lastCode()), asker })).body).toContain('4 tries left');
    expect((await enter(using, token, { code: lastCode(), asker })).status).toBe(303);
  });

  it('leaves the tries of another link to the same mailbox', async () => {
    const world = await triageWorld();
    const { newBrowser, token, putLink, lastCode } = world;
    await newBrowser().post(`/triage/l/${token}`);
    const reminder = await putLink('reminder');
    await stranger(world);
    expect((await enter(newBrowser(), reminder, { code: lastCode() })).status).toBe(303);
  });

  it('for half an hour, every minute, shuts nobody out who waits as the page says', async () => {
    const world = await triageWorld();
    const { newBrowser, token, clock, lastCode } = world;
    for (let minute = 0; minute < 30; minute += 1) {
      await newBrowser().post(`/triage/l/${token}`);
      await askNew(newBrowser(), token);
      await stranger(world);
      clock.advanceMinutes(1);
    }
    const using = newBrowser();
    let answer = await askNew(using, token);
    if (answer.status === 429) {
      clock.advanceMinutes(Number(answer.headers['retry-after']) / 60);
      answer = await askNew(using, token);
    }
    expect(answer.status).toBe(200);
    await stranger(world);
    expect((await enter(using, token, { code: lastCode(), asker: hidden(answer, 'asker') })).status).toBe(303);
  });
});

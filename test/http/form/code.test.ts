import { describe, expect, it } from 'vitest';
import { referrerActor } from '#domain/people/actor.ts';
import { codeTrouble, codeWords } from '#web/access/code-words.ts';
import { answers, begin, fill, type ReferWorld, referWorld } from './world.ts';

const address = 'referrer01@example.org';
const lastMail = (world: ReferWorld) => world.mailer.sent.at(-1)?.text ?? '';
const codeIn = (world: ReferWorld) => /^\d{6}$/m.exec(lastMail(world))?.[0] ?? '';

/** A draft without a date of birth, and the link to it that was mailed. */
async function kept() {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/parents/1`, answers['parents/1'] ?? {});
  await fill(using, `${at}/keep`, { email: address });
  const link = /\/refer\/l\/[\w-]{43}/.exec(lastMail(world))?.[0] ?? '';
  return { world, using, at, link };
}

describe('the link to a draft that has no date of birth yet', () => {
  it('shows nothing and lets nobody in by itself, whatever button is pressed (hostile: a mail scanner)', async () => {
    const { world, at, link } = await kept();
    const scanner = world.newBrowser();
    const asked = await scanner.get(link);
    expect([asked.status, asked.cookies, asked.body.includes('Parent 01')]).toEqual([200, [], false]);
    expect((await scanner.post(link)).body).not.toContain('Parent 01');
    expect((await scanner.get(`${link}/code`)).body).not.toContain('Parent 01');
    expect((await scanner.post(`${link}/code`)).status).toBe(422);
    expect((await scanner.get(at)).status).toBe(403);
  });

  it('opens the draft for whoever enters the code that went to the same mailbox, and records it', async () => {
    const { world, at, link } = await kept();
    const other = world.newBrowser();
    await other.post(link);
    expect(world.mailer.sent.at(-1)).toMatchObject({ to: address });
    expect((await other.post(`${link}/code`, { code: codeIn(world) })).location).toBe(at);
    expect((await other.get(`${at}/parents`)).body).toContain('Parent 01');
    expect(world.readings).toMatchObject([
      { reference: at.slice('/refer/'.length), by: referrerActor(address), what: 'SESSION_OPENED' },
    ]);
  });

  it.each([
    ['of too few digits', '12', codeWords.format],
    ['of letters (hostile)', 'abcdef', codeWords.format],
    ['that is another', '000000', 'You have 4 tries left'],
  ])('refuses a code %s', async (_kind, code, said) => {
    const { world, link } = await kept();
    const other = world.newBrowser();
    await other.post(link);
    const answer = await other.post(`${link}/code`, { code });
    expect([answer.status, answer.body.includes(said)]).toEqual([422, true]);
  });

  it('takes a code once (twice)', async () => {
    const { world, at, link } = await kept();
    await world.newBrowser().post(link);
    const code = codeIn(world);
    expect((await world.newBrowser().post(`${link}/code`, { code })).location).toBe(at);
    const again = await world.newBrowser().post(`${link}/code`, { code });
    expect([again.status, again.body.includes(codeTrouble({ kind: 'EXPIRED' }))]).toEqual([422, true]);
  });

  it('asks for the date of birth as soon as there is one (late)', async () => {
    const { world, using, at, link } = await kept();
    await world.newBrowser().post(link);
    const code = codeIn(world);
    await fill(using, `${at}/child`, answers.child ?? {});
    expect((await world.newBrowser().post(`${link}/code`, { code })).location).toBe(link);
  });

  it('sends one code however often the button is pressed, and that code works (hostile)', async () => {
    const { world, at, link } = await kept();
    const before = world.mailer.sent.length;
    for (let n = 0; n < 10; n += 1) expect((await world.newBrowser().post(link)).body).toContain('name="code"');
    expect(world.mailer.sent).toHaveLength(before + 1);
    expect((await world.newBrowser().post(`${link}/code`, { code: codeIn(world) })).location).toBe(at);
  });

  it('sends a new one from two minutes after the last, and keeps the field when it does not (early)', async () => {
    const { world, link } = await kept();
    await world.newBrowser().post(link);
    const early = await world.newBrowser().post(link, { newCode: 'yes' });
    expect([early.status, early.headers['retry-after']]).toEqual([429, '120']);
    expect(early.body).toContain('name="code"');
    world.clock.advanceMinutes(2);
    const before = world.mailer.sent.length;
    expect((await world.newBrowser().post(link, { newCode: 'yes' })).status).toBe(200);
    expect(world.mailer.sent).toHaveLength(before + 1);
  });
});

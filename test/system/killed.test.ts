import * as timers from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { COPY, inFamily, subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusOf } from './api.ts';
import { disagreements, killWhileReferralsComeIn } from './killing.ts';
import { emptyFolder, endAll, start } from './service.ts';
import { browser, FIRST, signIn } from './triage.ts';
import { executionsOf, mailsAbout, move } from './window.ts';

afterAll(endAll);

test('killed again and again while referrals come in, it loses nothing and tells everyone once', async () => {
  await expect(killWhileReferralsComeIn({ kills: 3, clients: 10, each: 6 })).resolves.toBeUndefined();
}, 180_000);

test('killed after decisions, and again while they are settled, listed and told, it keeps every one', async () => {
  const data = emptyFolder();
  let at = await start({ data, now: '2026-09-24T09:00' });
  const references = await Promise.all(Array.from({ length: 8 }, () => inTriage(at)));
  const using = browser();
  for (const reference of references) {
    const triager = await signIn(at, reference, FIRST, using);
    expect((await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' })).status).toBe(303);
  }
  await at.kill();
  at = await start({ data });
  for (let kill = 0; kill < 2; kill += 1) {
    const moving = move(at, { advance: 'PT6M' }).catch(() => 'killed on the way');
    await timers.setTimeout(Math.random() * 1_500);
    await at.kill();
    await moving;
    at = await start({ data });
  }
  await move(at, { advance: 'PT30M' });

  for (const reference of references) {
    expect(await statusOf(at, reference)).toMatchObject({
      status: 'ON_WAITING_LIST',
      outcome: 'ACCEPT_INITIAL_ASSESSMENT',
    });
    const about = await mailsAbout(at, reference);
    const accepts = about.filter(({ subject }) => subject.endsWith(`: ${subjects.accepted}`));
    const toFamily = about.filter(({ to }) => to.includes('parent01@example.org'));
    const saying = (words: string) => toFamily.filter(({ text }) => text.includes(words));
    for (const copies of [accepts, saying(inFamily.receipt), saying(inFamily.letter)]) {
      expect([reference, copies.length > 0]).toEqual([reference, true]);
      expect(copies.slice(1).filter(({ text }) => !text.includes(COPY))).toEqual([]);
    }
  }
  const ended = (await executionsOf(at)).map(({ name, status }) => `${name} ${status}`);
  expect(ended.sort()).toEqual(references.map((reference) => `${reference}-intake-1 SUCCEEDED`).sort());
  await at.kill();
  expect(await disagreements(data)).toEqual([]);
}, 180_000);

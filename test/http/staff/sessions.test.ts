import { describe, expect, it } from 'vitest';
import { account, accountWorld } from './account-world.ts';
import { taskId, triageWorld } from './world.ts';

const TASK = `/triage/tasks/${taskId}`;

async function byCode() {
  const world = await triageWorld();
  return { ...world, using: await world.signIn() };
}

async function byAccount() {
  const world = await accountWorld();
  world.knows(account('triage-1@example.org'));
  return { ...world, using: (await world.come(undefined, { work: taskId })).using };
}

describe.each([
  ['a mailed code', byCode],
  ['a work account', byAccount],
])('a session opened by %s', (_how, open) => {
  it('lasts while it is used every half hour, for eight hours and no longer', async () => {
    const { using, clock } = await open();
    for (let minutes = 29; minutes < 480; minutes += 29) {
      clock.advanceMinutes(29);
      expect([minutes, (await using.get(TASK)).status]).toEqual([minutes, 200]);
    }
    clock.advanceMinutes(29);
    expect((await using.get(TASK)).status).toBe(404);
  });

  it('ends after half an hour without use', async () => {
    const { using, clock } = await open();
    clock.advanceMinutes(29);
    expect((await using.get(TASK)).status).toBe(200);
    clock.advanceMinutes(30);
    expect((await using.get(TASK)).status).toBe(404);
  });

  it('shows what was typed to someone whose session has ended meanwhile', async () => {
    const { using, clock } = await open();
    clock.advanceMinutes(30);
    const answer = await using.post(TASK, { taskId, reason: 'Clear delay in two areas' });
    expect([answer.status, answer.body.includes('Clear delay in two areas')]).toEqual([404, true]);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { setting, tokenTask } from '../setting.ts';

/** Runs killed-engine.ts up to a point; what it had acknowledged, and an engine on what it left. */
function killed(at: number) {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-group-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(import.meta.dirname, 'killed-engine.ts');
  const { signal } = spawnSync(process.execPath, [script, folder, String(at)]);
  const notes = join(folder, 'acknowledged.txt');
  const lines = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
  const told = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const database = new DatabaseSync(join(folder, 'engine.db'));
  onTestFinished(() => database.close());
  const world = setting({ database, states: { A: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
  return { signal, told, world };
}

// Points 5, 9 and 13 are before the `commit` of the starts, of their parking and of the answers. Points 6, 10 and 14
// are after it.
test.each([5, 9, 10, 13, 14])(
  'killed at point %i of its groups, it has lost nothing that it acknowledged',
  async (at) => {
    const { signal, told, world } = killed(at);
    const stored = world.engine.executions();
    const started = told('started');

    expect(signal).toBe('SIGKILL');
    expect(stored.map(({ name }) => name)).toEqual(expect.arrayContaining(started));
    for (const token of told('given')) expect(world.engine.machineOfToken(token)).toBeDefined();
    for (const token of told('answered')) {
      const again = await world.call('SendTaskSuccess', { taskToken: token, output: '{}' });
      expect(again).toMatchObject({ body: { __type: 'TaskTimedOut' } });
    }
    expect(stored.filter(({ status }) => status === 'SUCCEEDED').length).toBeGreaterThanOrEqual(
      told('answered').length,
    );
  },
);

test('killed between the write of a group and its answers, it has the whole group and goes on with the same tokens', async () => {
  const { told, world } = killed(6);

  expect([told('started'), told('given')]).toEqual([[], []]);
  expect(world.engine.executions()).toHaveLength(8);
  world.engine.resume();
  await world.engine.settled();
  const tokens = world.invoked.map(({ payload }) => Object(payload).token);
  expect(new Set(tokens).size).toBe(8);
  expect(await world.call('SendTaskSuccess', { taskToken: tokens[0], output: '{}' })).toMatchObject({ status: 200 });
});

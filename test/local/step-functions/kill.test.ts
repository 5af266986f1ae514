import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { machine } from './setting.ts';

const folder = mkdtempSync(join(tmpdir(), 'small-steps-kill-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const name = '{% $states.context.Execution.Name %}';
const token = '{% $states.context.Task.Token %}';
const retryCount = '{% $states.context.State.RetryCount %}';
const lambda = (FunctionName: string, Payload: object, more: object) => {
  const pattern = 'token' in Payload ? '.waitForTaskToken' : '';
  return {
    Type: 'Task',
    Resource: `arn:aws:states:::lambda:invoke${pattern}`,
    Arguments: { FunctionName, Payload },
    ...more,
  };
};
const definition = machine({
  check: lambda('check', { name, retryCount }, { Retry: [{ ErrorEquals: ['Transient'] }], Next: 'open' }),
  open: lambda('open', { name, token }, { Next: 'pause' }),
  pause: { Type: 'Wait', Seconds: 60, Next: 'list' },
  list: lambda('list', { name }, { End: true }),
});

function run(killAt: number) {
  const script = join(import.meta.dirname, 'killed-engine.ts');
  return spawnSync(process.execPath, [script, folder, String(killAt)], { encoding: 'utf8' });
}

test('killed at many points, every execution still ends with one result for each state and one token', () => {
  writeFileSync(join(folder, 'machine.json'), definition);
  const killed = [3, 5, 12, 19, 27, 34, 38, 45, 52, 60, 33, 48, 21, 57].map((point) => run(point).signal);

  const last = run(0);

  expect(killed.filter((signal) => signal === 'SIGKILL').length).toBeGreaterThan(8);
  expect(last.stderr).toBe('');
  const { executions, told } = JSON.parse(last.stdout);
  expect(new Set(executions.map((one: { status: string }) => one.status))).toEqual(new Set(['SUCCEEDED']));
  expect(told.map((one: { results: string[] }) => one.results)).toEqual(Array(12).fill(['check', 'open', 'list']));
  expect(tokensPerExecution()).toEqual(Array(12).fill(1));
  expect(existsSync(join(folder, 'violations.txt'))).toBe(false);
}, 120_000);

function tokensPerExecution(): number[] {
  const lines = readFileSync(join(folder, 'tokens.jsonl'), 'utf8').split('\n').filter(Boolean);
  const tokens = new Map<string, Set<string>>();
  for (const line of lines) {
    const { name, token } = JSON.parse(line);
    tokens.set(name, (tokens.get(name) ?? new Set()).add(token));
  }
  return [...tokens.values()].map((one) => one.size);
}

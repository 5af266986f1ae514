import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { synthesise } from '#local/synth.ts';
import type { Service } from '#test/system/service.ts';
import { mailsOf, move } from '#test/system/window.ts';
import { type Operator, operatorOf } from '#tools/seed/operator.ts';
import { verifyHere } from '#tools/verify/local.ts';
import { bringUp, decide, FLEET, type Fleet, type Kind, serviceOf, statusOfKind } from './fleet.ts';
import { harm, type Items, itemsOf } from './harm.ts';
import { type Previous, previousRelease } from './previous.ts';

let previous: Previous;
let data = '';
beforeAll(async () => {
  previous = await previousRelease(process.env);
  data = mkdtempSync(join(tmpdir(), 'small-steps-upgrade-'));
}, 600_000);
afterAll(async () => {
  for (const end of left) await end();
  for (const folder of [data, previous?.folder]) if (folder) rmSync(folder, { recursive: true, force: true });
}, 60_000);

interface Running {
  readonly instance: Instance;
  readonly at: Service;
  readonly operator: Operator;
  end(): Promise<void>;
}

/** The service of one release over the one store. */
async function running(assembly: string): Promise<Running> {
  const now = parseInstant('2026-09-24T09:00');
  const instance = await startInstance({
    data,
    assembly,
    port,
    cold: true,
    byHand: ['RestartCase'],
    ...(isFirst && now ? { now } : {}),
  });
  isFirst = false;
  // Links that were mailed before lead to the same address after.
  port = Number(new URL(instance.url).port);
  const operator = operatorOf(instance);
  const end = async () => {
    left.delete(end);
    operator.close();
    await instance.stop();
  };
  left.add(end);
  return { instance, at: serviceOf(instance, data), operator, end };
}
let isFirst = true;
let port = 0;
/** Still running where the test has failed. */
const left = new Set<() => Promise<void>>();

/** The state of every case, by its reference. */
async function states({ operator }: Running, fleet: Fleet): Promise<Record<string, string>> {
  const read = [...fleet].map(async ([reference]) => [reference, await operator.statusOf(reference)] as const);
  return Object.fromEntries(await Promise.all(read));
}

const expected = (fleet: Fleet, changed: Partial<Record<Kind, string>> = {}) =>
  Object.fromEntries([...fleet].map(([reference, kind]) => [reference, changed[kind] ?? statusOfKind[kind]]));

const of = (fleet: Fleet, kind: Kind) => [...fleet].flatMap(([reference, its]) => (its === kind ? [reference] : []));

/** Names of executions that ended otherwise than they should. */
const failed = ({ instance }: Running) =>
  instance.executions().flatMap(({ name, status }) => (['FAILED', 'TIMED_OUT'].includes(status) ? [name] : []));

/** That the swap alone has changed nothing and written to no one. */
async function unharmed(
  now: Running,
  before: { items: Items; mails: number; states: Record<string, string> },
  fleet: Fleet,
) {
  expect(harm(before.items, await itemsOf(now.instance))).toEqual([]);
  expect((await mailsOf(now.at)).length).toBe(before.mails);
  expect(await states(now, fleet)).toEqual(before.states);
  expect(failed(now)).toEqual([]);
}

async function seen(now: Running, fleet: Fleet) {
  const mails = (await mailsOf(now.at)).length;
  return { items: await itemsOf(now.instance), mails, states: await states(now, fleet) };
}

test('200 cases in every state in flight go through an upgrade and back, and none is harmed', async () => {
  const took: string[] = [];
  let from = performance.now();
  const lap = (what: string) => {
    took.push(`${what} ${((performance.now() - from) / 1000).toFixed(1)} s`);
    from = performance.now();
  };
  const today = await synthesise({ checked: false });
  lap('this release synthesised');

  const old = await running(previous.assembly);
  const fleet = await bringUp(old.at, old.operator);
  expect(fleet.size).toBe(200);
  expect(Object.values(FLEET).reduce<number>((sum, one) => sum + one, 0)).toBe(200);
  const first = await seen(old, fleet);
  expect(first.states).toEqual(expected(fleet));
  await old.end();
  lap(`200 cases with ${previous.name}`);

  const upgraded = await running(today);
  await unharmed(upgraded, first, fleet);
  lap('upgrade');
  await move(upgraded.at, { advance: 'PT15M' });
  const listed = { JUST_DECIDED: 'ON_WAITING_LIST', RECEIVED: 'IN_TRIAGE' };
  expect(await states(upgraded, fleet)).toEqual(expected(fleet, listed));
  const [one = '', two = '', ...others] = of(fleet, 'IN_TRIAGE').slice(1);
  await decide(upgraded.at, one, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
  for (const reference of of(fleet, 'PARKED').slice(0, 5)) await restart(upgraded, reference);
  await move(upgraded.at, { advance: 'P3D' });
  expect(await upgraded.operator.statusOf(one)).toBe('ON_WAITING_LIST');
  const second = await seen(upgraded, fleet);
  await upgraded.end();
  lap('three days with this release');

  const back = await running(previous.assembly);
  await unharmed(back, second, fleet);
  lap('roll-back');
  await decide(back.at, two, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
  for (const reference of of(fleet, 'PARKED').slice(5)) await restart(back, reference);
  await move(back.at, { advance: 'P3D' });
  const third = await seen(back, fleet);
  await back.end();
  lap(`three days with ${previous.name} again`);

  const forward = await running(today);
  await unharmed(forward, third, fleet);
  await move(forward.at, { advance: 'P1D' });
  const end = await states(forward, fleet);
  expect(end).toEqual({
    ...expected(fleet, { ...listed, PARKED: 'IN_TRIAGE' }),
    [one]: 'ON_WAITING_LIST',
    [two]: 'ON_WAITING_LIST',
  });
  expect(others.length).toBe(FLEET.IN_TRIAGE - 3);
  expect(failed(forward)).toEqual([]);
  expect((await verifyHere(forward.instance)).isWhole).toBe(true);
  await forward.end();
  lap('and this release at the end');
  process.stdout.write(`${took.join('\n')}\n`);
});

async function restart({ instance }: Running, reference: string): Promise<void> {
  const outcome = await instance.invoke('RestartCase', { reference, by: 'an operator' });
  expect(outcome.ok).toBe(true);
}

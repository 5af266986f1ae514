import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { bodyOf } from '#test/cases.ts';
import { testRandom } from '#test/http/doubles.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood } from './road.ts';

/** The pipeline over a table into which functions of a later release write as well. */
export function besideLater(referralAsStored = (item: Item): Item => item) {
  const memory = memoryTable(false);
  const put: Table['put'] = (item, condition) =>
    memory.put(item.sk === 'REFERRAL' ? referralAsStored(item) : item, condition);
  const table = { ...memory, put };
  return { table, one: instance({ stores: storesOver(table, testRandom()) }) };
}
type One = ReturnType<typeof instance>;

async function send(one: One, more: object = {}): Promise<string> {
  for (const file of ['evidence-1', 'evidence-2']) one.evidence.upload('caller-1', file);
  const body = bodyOf('C01', ['evidence-1']);
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: 'key-of-C01', body, ...more });
  if (result.kind !== 'ACCEPTED') throw new Error('Not accepted.');
  return result.reference;
}

async function sent(one: One, more: object = {}): Promise<string> {
  const reference = await send(one, more);
  await one.drain();
  return reference;
}

async function asked(one: One): Promise<string> {
  const reference = await sent(one);
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  return reference;
}

const evidence = [{ evidenceId: 'evidence-2', type: 'SOGS', title: 'Schedule of Growing Skills' }];

/** The points of the road at which functions of a later release may have taken a case over. */
export const standings: Readonly<Record<string, (one: One) => Promise<string>>> = {
  received: (one) => send(one),
  'in triage': (one) => sent(one),
  'held as suspicious': (one) => sent(one, { isSuspect: true }),
  'asked of the referrer': asked,
  answered: async (one) => {
    const reference = await asked(one);
    const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
    await one.answer({ reference, taskId, by: referrerActor(), text: 'She plays alone', evidence });
    return reference;
  },
  decided: async (one) => {
    const reference = await sent(one);
    await decide(one, reference, 'DEFER_TO_MEETING');
    return reference;
  },
  listed: async (one) => {
    const reference = await sent(one);
    await decideForGood(one, reference, 'INVITE_GROUP');
    return reference;
  },
};

const STEPS = ['validate-referral', 'check-referral', 'remind-people', 'list-child', 'tell-people'];

/** Runs every step, sweep and event on a case, days of them; answers what went wrong otherwise than by waiting for later functions. */
export async function driveAll(one: One, reference: string): Promise<string[]> {
  const trouble: string[] = [];
  const invoke = async (step: string, more: object = {}) => {
    const { run } = await caseOf(one, reference);
    const answer = await one.invoke(step, {
      referralId: reference,
      executionName: `${reference}-intake-${run}`,
      ...more,
    });
    if (!answer.ok && answer.errorType !== DEFINITION_TOO_OLD) trouble.push(`${step}: ${answer.errorType}`);
  };
  const sweepAfter = async (minutes: number) => {
    one.clock.advanceMinutes(minutes);
    await one.sweep();
  };
  for (const step of STEPS) await invoke(step);
  for (const kind of ['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'REFERRER']) await invoke('open-task', { kind, token: 't' });
  await one.drain();
  await sweepAfter(6);
  const tags = { reference: [reference], noticeId: ['ACKNOWLEDGEMENT-REFERRER'] };
  await one.record({ detail: { eventType: 'Bounce', mail: { tags } } });
  await one.restart({ reference, by: 'an operator' });
  for (const minutes of [2, 3 * 24 * 60, 3 * 24 * 60]) await sweepAfter(minutes);
  const failed = one.log.lines
    .filter(({ event }) => event === 'sweep-failed')
    .map(({ fields }) => `sweep: ${fields.error}`);
  return [...trouble, ...failed.filter((line) => line !== `sweep: ${DEFINITION_TOO_OLD}`)];
}

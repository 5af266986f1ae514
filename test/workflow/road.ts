import * as z from 'zod';
import { shownStatus } from '#domain/case/change.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import { bodyOf, workedCase } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { against } from '#test/kit/together.ts';
import type { instance } from './instance.ts';

type Instance = ReturnType<typeof instance>;

const decider = { person: deciderId, deciderName: 'Sam Field', deciderRole: 'Portage practitioner', ...against };

/** Submits a worked case with its evidence in place and lets the workflow go as far as it can. */
export async function refer(
  one: Instance,
  id: string,
  file: Parameters<Instance['evidence']['upload']>[2] = {},
  key = id,
) {
  const ids = workedCase(id).evidence.map((_item, i) => `${key}-evidence-${i}`);
  for (const evidenceId of ids) one.evidence.upload('caller-1', evidenceId, file);
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-of-${key}`, body: bodyOf(id, ids) });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

/** The case as it is now; throws when there is none. */
export async function caseOf(one: Instance, reference: string) {
  const theCase = await one.cases.readCase(reference);
  if (!theCase) throw new Error(`There is no case ${reference}.`);
  return { ...theCase, shown: shownStatus(theCase), events: theCase.history.map(({ event }) => event) };
}

/** Decides the open task of a case. */
export async function decide(
  one: Instance,
  reference: string,
  outcome: string,
  reason = 'As the team agreed',
  more: Readonly<Record<string, string>> = {},
) {
  const { task } = await caseOf(one, reference);
  return one.decide({ reference, taskId: task?.id ?? 'none', outcome, reason, ...decider, ...more });
}

/** Decides the open task and lets the undo window pass, so that the decision is settled. */
export async function decideForGood(...decided: Parameters<typeof decide>) {
  const [one] = decided;
  const result = await decide(...decided);
  if (result.kind !== 'RECORDED') throw new Error(`Not recorded: ${JSON.stringify(result)}`);
  one.clock.advanceMinutes(5);
  await one.sweep();
}

/** Moves the clock to the end of the present wait, and lets what follows happen. */
export async function waitInVain(one: Instance) {
  const dueAt = one.engine.nextDueAt();
  if (dueAt === undefined) throw new Error('Nothing is waited for.');
  one.clock.advanceMinutes(Math.ceil((dueAt - Date.parse(one.clock.now())) / 60_000));
  await one.drain();
}

/** On to the next morning on which digests go, with what the sweeper does then. */
export async function nextDigest(one: Instance) {
  const until = digestAfter(one.clock.now(), one.policy);
  one.clock.advanceMinutes((Date.parse(until) - Date.parse(one.clock.now())) / 60_000);
  await one.sweep();
}

/** The longest that a step of the machine waits before it tries again; people are waited for much longer. */
const LONGEST_RETRY_MS = 60_000;

/** Lets every retry that is coming happen, on the clock of the test. */
export async function letRetriesRun(one: Instance) {
  const left = () => (one.engine.nextDueAt() ?? Number.POSITIVE_INFINITY) - Date.parse(one.clock.now());
  while (left() < LONGEST_RETRY_MS) {
    one.clock.advanceMinutes(Math.max(0, left()) / 60_000);
    await one.drain();
  }
}

const enteredSchema = z.object({ stateEnteredEventDetails: z.object({ name: z.string() }) });

/** The names of the states that an execution entered, in order. */
export function statesOf(one: Instance, name: string): string[] {
  return one.engine.history(name).flatMap((event) => {
    const entered = enteredSchema.safeParse(event);
    return entered.success ? [entered.data.stateEnteredEventDetails.name] : [];
  });
}

import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { changeCase } from '#application/change-case.ts';
import { recordDecision } from '#application/triage/record-decision.ts';
import { undoDecision } from '#application/triage/undo-decision.ts';
import { applyChange } from '#domain/case/change.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock } from '#test/http/doubles.ts';
import { checkedCase, codeOf, deciderId, reference, withTask } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';
import { against } from '#test/kit/together.ts';

const taskId = `${reference}-T1`;
const second = seededId('triage-2@example.org');
const typed = { outcome: 'DECLINE', reason: 'Not here', deciderName: 'Sam Field', deciderRole: 'triager', ...against };
const by = (id: string) => personActor(id, 'Sam Field', 'triager');

/** A task that is open to two triagers; `reassign` opens it to the second one alone, as a new workflow does that waits. */
async function world() {
  const { cases, team, access } = createMemoryStores();
  await cases.createCase(withTask(checkedCase('TRIAGE'), 'TRIAGE'));
  const service = {
    cases,
    team,
    access,
    config: testConfig,
    tellSecond: async () => {},
    now: testClock().now,
    policy: defaultPolicy,
  };
  const moment = { now: service.now(), policyVersion: 1 };
  const reassign = async () => {
    await changeCase(cases, reference, ({ task, ...theCase }) =>
      task
        ? applyChange({ ...theCase, task }, moment, { task: { ...task, recipients: [codeOf('triage-2@example.org')] } })
        : undefined,
    );
  };
  const decide = (person: string, store: CaseStore = cases) =>
    recordDecision({ ...service, cases: store })({ reference, taskId, person, ...typed });
  const undo = (person: string) => undoDecision(service)({ reference, taskId, by: by(person) });
  const decision = async () => (await cases.readCase(reference))?.task?.decision;
  return { cases, reassign, decide, undo, decision };
}

test('whoever is not asked any more when the decision is written (late) is told that the task is closed', async () => {
  const { cases, reassign, decide, decision } = await world();
  let isFirst = true;
  const beaten: CaseStore = {
    ...cases,
    saveCase: async (next, openTask) => {
      if (isFirst) await reassign();
      isFirst = false;
      return cases.saveCase(next, openTask);
    },
  };
  expect(await decide(deciderId, beaten)).toEqual({ kind: 'CLOSED' });
  expect(await decision()).toBeUndefined();
  expect(await decide(second)).toMatchObject({ kind: 'RECORDED' });
});

test('whoever was never asked (hostile) decides nothing', async () => {
  const { decide, decision } = await world();
  expect(await decide('eve')).toEqual({ kind: 'CLOSED' });
  expect(await decision()).toBeUndefined();
});

test('whoever decided may undo it after the task was given to others, and a colleague who is asked may too', async () => {
  for (const undoer of [deciderId, second]) {
    const { reassign, decide, undo } = await world();
    await decide(deciderId);
    await reassign();
    expect(await undo(undoer)).toEqual({ kind: 'UNDONE' });
  }
});

test('whoever neither decided nor is asked (hostile) undoes nothing', async () => {
  const { reassign, decide, undo, decision } = await world();
  await decide(second);
  await reassign();
  expect(await undo(deciderId)).toEqual({ kind: 'NOT_THEIRS' });
  expect(await decision()).toMatchObject({ outcome: 'DECLINE' });
});

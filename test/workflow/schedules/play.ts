import * as fc from 'fast-check';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { DecisionResult } from '#application/triage/record-decision.ts';
import type { UndoResult } from '#application/triage/undo-decision.ts';
import { decisionMark } from '#domain/case/decide.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import type { Workflow } from '#domain/ports/services.ts';
import { testRandom } from '#test/http/doubles.ts';
import { against } from '#test/kit/together.ts';
import { instance } from '../instance.ts';
import { caseOf, refer } from '../road.ts';
import { type Death, switching, twiceIfDead, type Unguarded } from './switching.ts';

/** Who acts in a schedule: two people, the sweeper, the workflow and the clock. */
type Who = 'FIRST' | 'SECOND' | 'SWEEPER' | 'WORKFLOW' | 'CLOCK';

/** What one person does: decides, and takes it back if it was recorded. */
export interface Script {
  readonly outcome: 'DECLINE' | 'ACCEPT_INITIAL_ASSESSMENT';
  readonly takesBack: boolean;
}

export interface Plan {
  readonly first: Script;
  readonly second: Script;
  /** How far the clock goes each time, in minutes: past the undo window, a reminder, or neither. */
  readonly minutes: readonly number[];
  readonly death: Death<Who> | undefined;
}

/** What is broken on purpose, to see that the schedules find it. */
export interface Broken {
  readonly unguarded?: Unguarded<Who>;
  readonly workflow?: Partial<Workflow>;
}

/** What one person was told, in order. */
export interface Told {
  readonly decided: DecisionResult | undefined;
  readonly undone: UndoResult | undefined;
}

const script = fc.record({
  outcome: fc.constantFrom('DECLINE' as const, 'ACCEPT_INITIAL_ASSESSMENT' as const),
  takesBack: fc.boolean(),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  first: script,
  second: script,
  minutes: fc.array(fc.constantFrom(1, 4, 6, 8 * 24 * 60), { maxLength: 4 }),
  death: fc.option(
    fc.record({
      who: fc.constantFrom('FIRST' as const, 'SECOND' as const, 'SWEEPER' as const, 'WORKFLOW' as const),
      at: fc.integer({ min: 1, max: 12 }),
      isAfter: fc.boolean(),
    }),
    { nil: undefined },
  ),
});

const names = { first: 'triage-1@example.org', second: 'triage-2@example.org' } as const;

/** Plays one schedule on a referral in triage, then lets everything that is due happen without any more switches. */
export async function play(scheduler: fc.Scheduler, plan: Plan, broken: Broken = {}) {
  const { table, run, turn } = switching(memoryTable(false), broken.unguarded);
  const one = instance({ stores: storesOver(table, testRandom()), workflow: broken.workflow ?? {} });
  const reference = await refer(one, 'C01');
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  const told = { first: nothing(), second: nothing() };

  const person = (who: keyof typeof names) => async () => {
    const { outcome, takesBack } = plan[who];
    const as = { person: seededId(names[who]), deciderName: who, deciderRole: 'Portage practitioner' };
    const decision = { reference, taskId, outcome, reason: 'As the team agreed', ...against, ...as };
    const decided = await twiceIfDead(() => one.decide(decision));
    told[who] = { decided, undone: undefined };
    if (!takesBack || decided.kind !== 'RECORDED') return;
    const by = personActor(as.person, who, as.deciderRole);
    told[who] = {
      decided,
      undone: await twiceIfDead(() => one.undo({ reference, taskId, by, mark: decisionMark(decided.decision) })),
    };
  };
  const often = (act: () => Promise<unknown>) => async () => {
    for (let i = 0; i < 3; i += 1) await twiceIfDead(act);
  };
  const actors = new Map<Who, () => Promise<void>>([
    ['FIRST', person('first')],
    ['SECOND', person('second')],
    ['SWEEPER', often(one.sweepAlone)],
    [
      'WORKFLOW',
      often(async () => {
        await turn('starts');
        await one.drain();
      }),
    ],
    [
      'CLOCK',
      async () => {
        for (const minutes of plan.minutes) {
          await turn('the clock');
          one.clock.advanceMinutes(minutes);
        }
      },
    ],
  ]);
  await run(scheduler, { death: plan.death, actors, idle: one.engine.settled });
  await settle(one);
  return { one, reference, taskId, told };
}

const nothing = (): Told => ({ decided: undefined, undone: undefined });

/** Long enough for every undo window, retry and wake-up, and far from the next reminder. */
export async function settle(one: ReturnType<typeof instance>): Promise<void> {
  for (let i = 0; i < 8; i += 1) {
    one.clock.advanceMinutes(6);
    await one.sweep();
  }
}

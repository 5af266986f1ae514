import type * as z from 'zod';
import { assessmentDone, assessmentGoesOn, assessmentMissed, type GoesOn } from '#domain/case/record-assessment.ts';
import { sharingAgreed } from '#domain/case/shared.ts';
import { bandIn } from '#domain/lists/band.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { hasSafetyFlag } from '#domain/safe-contact/safety-flag.ts';
import type { GateFault } from '#domain/support/closing-gate.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { followSharing } from '../intake/follow-sharing.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { readGate, type TypedGate } from '../support/read-gate.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import {
  type AssessmentFault,
  assessmentFaults,
  doneSchema,
  goesOnCommandSchema,
  missedSchema,
} from './assessment-command.ts';
import { type AssessmentDeps, type AssessmentResult, changeAssessment } from './change-assessment.ts';

/**
 * Records that the visit did not take place. After the second one, or at once where a safety flag stands, a person is asked how
 * it goes on.
 */
export function missAssessment(deps: AssessmentDeps) {
  return async (reference: string, typed: z.input<typeof missedSchema>, by: Actor): Promise<AssessmentResult> => {
    const read = readCommand(missedSchema, assessmentFaults, typed);
    if ('problems' in read) return read;
    const { theCase, stored } = await readRecord(deps, reference);
    const family = await readFamily(deps, theCase, addresseesOf(stored.body));
    const isFlagged = hasSafetyFlag(family, referralIn(stored));
    return changeAssessment(deps, reference, (current, moment) =>
      assessmentMissed(current, moment, { ...read.command, by, isFlagged }),
    );
  };
}

type TypedGoesOn = z.input<typeof goesOnCommandSchema> & { readonly gate: TypedGate };
type GoesOnProblems = { readonly problems: readonly CommandProblem<AssessmentFault | GateFault>[] };
type AfterMissedResult = AssessmentResult | GoesOnProblems;

/** How it goes on; that the child is taken off the list only with what passed the closing gate. */
function readGoesOn({ gate: typedGate, ...typed }: TypedGoesOn): GoesOn | GoesOnProblems {
  const read = readCommand(goesOnCommandSchema, assessmentFaults, typed);
  const passed = typed.what === 'TAKE_OFF' ? readGate(typedGate, false) : undefined;
  const gateProblems = passed && 'problems' in passed ? passed.problems : [];
  if ('problems' in read) return { problems: [...read.problems, ...gateProblems] };
  const { what, reason } = read.command;
  if (what !== 'TAKE_OFF') return { what, reason };
  return passed && 'gate' in passed ? { what, reason, gate: passed.gate } : { problems: gateProblems };
}

/**
 * Records what a person decided after missed visits. It stands in the case before the TODO is done, so that entering it again
 * after a crash finishes it.
 */
export function decideAfterMissed(deps: AssessmentDeps) {
  return async (todo: Todo, typed: TypedGoesOn, by: Actor): Promise<AfterMissedResult> => {
    const read = readGoesOn(typed);
    if ('problems' in read) return read;
    const finish = () => finishTodo(deps, todo, by);
    const result = await changeAssessment(
      deps,
      todo.reference,
      (current, moment) => assessmentGoesOn(current, moment, { ...read, by }),
      finish,
    );
    if ('refused' in result && result.refused === 'NOT_ASKED') await finish();
    return result;
  };
}

/**
 * Records what was found at the initial assessment: the child moves to the list of that support, with every date as it was, or
 * leaves the lists. Where the parents agree, the advisory teachers are sent the referral.
 */
export function finishAssessment(deps: AssessmentDeps) {
  return async (reference: string, typed: z.input<typeof doneSchema>, by: Actor): Promise<AssessmentResult> => {
    const read = readCommand(doneSchema, assessmentFaults, typed);
    if ('problems' in read) return read;
    const { settingHours, band, agreed, ...found } = read.command;
    const settingHoursNow = settingHours === '' ? undefined : Number(settingHours);
    const result = await changeAssessment(deps, reference, (current, moment) =>
      assessmentDone(current, moment, { ...found, band: bandIn(band), settingHoursNow, by }),
    );
    if ('theCase' in result && found.outcome === 'ADVISORY_TEACHER' && agreed === 'yes') {
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      await changeCase(deps.cases, reference, (current) => sharingAgreed(current, moment, by));
      await followSharing(deps)(reference);
    }
    return result;
  };
}

import type { Case } from '#domain/case/case.ts';
import { changed, type Moment } from '#domain/case/change.ts';
import { executionName, parked } from '#domain/case/receive.ts';
import { stepResult } from '#domain/case/waiting.ts';
import { changeCase } from './change-case.ts';
import type { SweepDeps } from './sweep.ts';

/** Delivers what a case owes its workflow and, past the instant by which it must have moved, looks whether it lives. */
export async function mendWorkflow(deps: SweepDeps, theCase: Case, moment: Moment): Promise<void> {
  let hasAnswered = false;
  for (const message of theCase.outbox) {
    hasAnswered = message.kind === 'START' ? await start(deps, theCase) : await wake(deps, theCase, message.token);
  }
  const isLate = theCase.next !== 'DONE' && theCase.parked === null && theCase.moveBy <= moment.now;
  // One that has just answered lives, and may be too young to be described: Step Functions says so a little later.
  if (isLate && !hasAnswered) await lookAt(deps, theCase, moment);
}

async function start({ workflow }: SweepDeps, theCase: Case): Promise<boolean> {
  return (await workflow.start(executionName(theCase), theCase.reference)) === 'STARTED';
}

/** A token that is closed was used or has timed out: either way the workflow reads the case at its next step. */
async function wake(deps: SweepDeps, theCase: Case, token: string): Promise<boolean> {
  const { code, waitSeconds } = stepResult(theCase, deps.now(), deps.policy);
  return code !== 'PARK' && (await deps.workflow.wake(token, { code, waitSeconds })) === 'WOKEN';
}

/** A running execution gets more time; one that ended, or never was, leaves its case parked where people can see it. */
async function lookAt(deps: SweepDeps, seen: Case, moment: Moment): Promise<void> {
  const state = await deps.workflow.state(executionName(seen));
  const { saved } = await changeCase(deps.cases, seen.reference, (current) => {
    if (current.version !== seen.version) return undefined;
    return state === 'RUNNING' ? changed(current, moment, {}) : parked(current, moment, `WORKFLOW_${state}`);
  });
  if (saved && state !== 'RUNNING') deps.log.error('case-parked', { reference: seen.reference, state });
}

import type { Case } from '#domain/case/case.ts';
import { isClaimedBy, taskClaimed, taskReleased } from '#domain/case/claim-task.ts';
import { openTask } from '#domain/case/decide.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isAsked } from '#domain/people/asked.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import type { Moment } from '#domain/process/process.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

export interface ClaimDeps {
  readonly cases: CaseStore;
  readonly policy: Pick<Policy, 'version'>;
  readonly now: Now;
}

/** DONE: it stands as it was asked for. TAKEN: someone else has it. CLOSED: it is decided or gone, or asked of others. */
export type ClaimResult =
  | { readonly kind: 'DONE' | 'CLOSED' }
  | { readonly kind: 'TAKEN'; readonly by: Actor; readonly at: string };

export type ClaimTask = (taskId: string, person: Person) => Promise<ClaimResult>;

/** Takes a task up, so that colleagues see it. Of any number at once one wins; the others learn who. It blocks no decision. */
export function claimTask(deps: ClaimDeps): ClaimTask {
  return changeClaim(deps, (current, moment, taskId, person) => {
    const task = openTask(current, taskId);
    return task && isAsked(task, person) ? taskClaimed(current, moment, taskId, actorOf(person)) : undefined;
  });
}

/** Gives a task back that this person has taken up; a service manager releases anyone's. */
export function releaseTask(deps: ClaimDeps): ClaimTask {
  return changeClaim(deps, (current, moment, taskId, person) => {
    const isManager = hasRole(person, 'SERVICE_MANAGER');
    return taskReleased(current, moment, taskId, { by: actorOf(person), isManager });
  });
}

type Change = (current: Case, moment: Moment, taskId: string, person: Person) => Case | undefined;

function changeClaim(deps: ClaimDeps, change: Change): ClaimTask {
  return async (taskId, person) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const reference = referenceOfTask(taskId) ?? '';
    try {
      const { theCase, saved } = await changeCase(
        deps.cases,
        reference,
        (current) => change(current, moment, taskId, person),
        taskId,
      );
      return saved ? { kind: 'DONE' } : asItStands(theCase, taskId, person);
    } catch (error) {
      if (error instanceof CaseNotFound) return { kind: 'CLOSED' };
      throw error;
    }
  };
}

/** Pressed twice, or in vain. */
function asItStands(theCase: Case, taskId: string, person: Person): ClaimResult {
  const task = openTask(theCase, taskId);
  if (!task || !isAsked(task, person)) return { kind: 'CLOSED' };
  const { claim } = task;
  return claim && !isClaimedBy(task, actorOf(person)) ? { kind: 'TAKEN', ...claim } : { kind: 'DONE' };
}

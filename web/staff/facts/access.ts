import type { Person } from '#domain/people/person.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import { type AreaGuardDeps, areaGuard } from '../../access/area-guard.ts';
import type { Admitted, Guard } from '../../access/guard.ts';
import { type StaffGuardDeps, workGuard } from '../../access/staff-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { recordAt } from '../records/address.ts';

/** Someone who may record a fact about a referral: for what they were asked to do, or by their role. */
export interface FactAccess extends Admitted {
  readonly person: Person;
  readonly reference: string;
  readonly csrf: string;
  /** The address of the record from which they came. */
  readonly at: string;
  /** What they were asked to do; blank for someone with the role. */
  readonly taskId: string;
}

/** Admits those who may open a task or a TODO, to what can be recorded about its referral. */
export function factGuard(deps: StaffGuardDeps): Guard<FactAccess> {
  const guard = workGuard(deps);
  return async (request, parameters) => {
    const answer = await guard(request, parameters);
    if ('refuse' in answer) return answer;
    const { actor, refuseForm, csrf, person } = answer.seen;
    const isTodo = answer.seen.kind === 'TODO';
    const taskId = isTodo ? answer.seen.todo.id : answer.seen.taskId;
    const reference = isTodo ? answer.seen.todo.reference : answer.seen.theCase.reference;
    return { seen: { actor, refuseForm, csrf, person, reference, taskId, at: `/triage/tasks/${taskId}` } };
  };
}

type RoleGuardDeps = AreaGuardDeps & { readonly cases: Pick<CaseStore, 'readCase'> };

/** Admits a service manager to the same of each referral, whether or not anyone is asked to do something about it. */
export function factGuardByRole(deps: RoleGuardDeps): Guard<FactAccess> {
  const guard = areaGuard(deps, 'SERVICE_MANAGER');
  return async (request, parameters) => {
    const answer = await guard(request, parameters);
    if ('refuse' in answer) return answer;
    const { reference = '' } = parameters;
    if (!isReference(reference) || !(await deps.cases.readCase(reference))) return { refuse: () => notFound(deps) };
    const { actor, refuseForm, csrf, person } = answer.seen;
    return { seen: { actor, refuseForm, csrf, person, reference, taskId: '', at: recordAt(reference) } };
  };
}

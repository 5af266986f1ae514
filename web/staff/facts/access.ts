import { isVisitedBy } from '#domain/case/assessment.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { isReference } from '#domain/values/reference.ts';
import { type AreaGuardDeps, areaGuard } from '../../access/area-guard.ts';
import { roleNeededPage } from '../../access/area-refused.ts';
import type { Admitted, Guard } from '../../access/guard.ts';
import { type StaffGuardDeps, workGuard } from '../../access/staff-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { assessmentAt } from '../assessments/address.ts';
import { GROUPS_AT } from '../groups/address.ts';
import { recordAt } from '../records/address.ts';
import { visitsAt } from '../visits/address.ts';
import { runsSupport } from '../visits/guard.ts';

/** Someone who may record a fact about a referral: for what they were asked to do, or by their role. */
export interface FactAccess extends Admitted {
  readonly person: Person;
  readonly reference: string;
  readonly csrf: string;
  /** The address of the record from which they came. */
  readonly at: string;
  /** What they were asked to do; blank for someone with the role. */
  readonly taskId: string;
  /** Where they go back to, where that is not the record. */
  readonly back?: string;
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

type WorkerGuardDeps = RoleGuardDeps & { readonly supports: Pick<SupportStore, 'readSupport'> };

/** Admits a service manager, and the practitioner who visits the child or runs their group: who hears of it first must not wait for anyone. */
export function factGuardOfWorkers(deps: WorkerGuardDeps): Guard<FactAccess> {
  const inArea = areaGuard(deps, 'SERVICE_MANAGER', 'PRACTITIONER');
  return async (request, parameters) => {
    const { reference = '' } = parameters;
    const isOne = isReference(reference);
    const [answer, theCase, support] = await Promise.all([
      inArea(request, parameters),
      isOne ? deps.cases.readCase(reference) : undefined,
      isOne ? deps.supports.readSupport(reference) : undefined,
    ]);
    if ('refuse' in answer) return answer;
    const { actor, refuseForm, csrf, person } = answer.seen;
    const isManager = hasRole(person, 'SERVICE_MANAGER');
    const runs = support !== undefined && runsSupport(support, person);
    const isTheirs = theCase !== undefined && (runs || isVisitedBy(theCase, person.id));
    if (!isManager && !isTheirs) return { refuse: () => roleNeededPage(deps, ['SERVICE_MANAGER']) };
    if (!theCase) return { refuse: () => notFound(deps) };
    const theirs = runs ? (support.block ? visitsAt(reference) : GROUPS_AT) : assessmentAt(reference);
    const back = isManager ? recordAt(reference) : theirs;
    return { seen: { actor, refuseForm, csrf, person, reference, taskId: '', at: recordAt(reference), back } };
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

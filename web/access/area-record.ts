import { isVisitedBy } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { actorId } from '#domain/people/actor.ts';
import { isAsked } from '#domain/people/asked.ts';
import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import { type AreaAccess, type AreaGuardDeps, areaGuard } from './area-guard.ts';
import { noRecordPage, roleNeededPage } from './area-refused.ts';
import type { Guard } from './guard.ts';

export interface AreaRecordDeps extends AreaGuardDeps {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
}

/** A member of staff with the case whose record they may read. */
export interface RecordSeen extends AreaAccess {
  readonly theCase: Case;
  /** As whom the rule of safe contact knows them. */
  readonly reader: 'STAFF' | 'AUDITOR';
}

/** Whom a page of the record admits: by role, and for their own work on it. */
interface Readers {
  readonly roles?: readonly Role[];
  readonly withOwnWork?: boolean;
}

/** Who reads every record, with or without a task on it. */
export const RECORD_ROLES = ['SERVICE_MANAGER', 'AUDITOR'] as const;

/**
 * Admits those who may read the record of a referral in the staff area: service managers and auditors, who is asked to
 * decide on it, and who has decided on it; without `withOwnWork` only the roles. To everyone else a reference that is there and one that is not look alike.
 */
export function areaRecordGuard(
  deps: AreaRecordDeps,
  { roles = RECORD_ROLES, withOwnWork = true }: Readers = {},
): Guard<RecordSeen> {
  const inArea = areaGuard(deps);
  return async (request, parameters) => {
    const { reference = '' } = parameters;
    const [answer, theCase] = await Promise.all([
      inArea(request, parameters),
      isReference(reference) ? deps.cases.readWholeCase(reference) : undefined,
    ]);
    if ('refuse' in answer) return answer;
    const { person } = answer.seen;
    const isOfRole = roles.some((role) => hasRole(person, role));
    const hasWork = theCase !== undefined && hasWorkOn(theCase, person);
    if (!isOfRole && !(withOwnWork && hasWork)) {
      return { refuse: () => roleNeededPage(deps, roles) };
    }
    const reader = hasWork || hasRole(person, 'SERVICE_MANAGER') ? 'STAFF' : 'AUDITOR';
    return theCase ? { seen: { ...answer.seen, theCase, reader } } : { refuse: () => noRecordPage(deps) };
  };
}

/** Whether someone is asked to decide on it, has decided on it, or visits the child. */
function hasWorkOn(theCase: Case, person: Person): boolean {
  const { task, decisions } = theCase;
  const made = [...decisions, ...(task?.decision ? [task.decision] : [])];
  return (
    isVisitedBy(theCase, person.id) ||
    (task && task.kind !== 'REFERRER' && isAsked(task, person)) ||
    made.some(({ by }) => actorId(by) === person.id)
  );
}

/** Whether someone may read the record and write a comment on it. */
export function mayComment(theCase: Case, person: Person): boolean {
  return hasRole(person, 'SERVICE_MANAGER') || hasWorkOn(theCase, person);
}

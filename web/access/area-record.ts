import { isVisitedBy } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { actorId } from '#domain/people/actor.ts';
import { isAsked } from '#domain/people/asked.ts';
import { lastOpening, type Opening, openingNow } from '#domain/people/opening.ts';
import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import { type AreaAccess, type AreaGuardDeps, areaGuard } from './area-guard.ts';
import { noRecordPage, openingOverPage, roleNeededPage } from './area-refused.ts';
import type { Guard } from './guard.ts';

export interface AreaRecordDeps extends AreaGuardDeps {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly openings: Pick<OpeningStore, 'openingsOf'>;
}

/** A member of staff with the case whose record they may read. */
export interface RecordSeen extends AreaAccess {
  readonly theCase: Case;
  /** As whom the rule of safe contact knows them. */
  readonly reader: 'STAFF' | 'AUDITOR';
  /** Under which an operator reads it, who otherwise may not. */
  readonly opening?: Opening;
}

/** Whom a page of the record admits: by role, and for their own work on it. */
interface Readers {
  readonly roles?: readonly Role[];
  readonly withOwnWork?: boolean;
  /** An operator who opened it reads it for a time. */
  readonly withOpening?: boolean;
}

/** Who reads every record, with or without a task on it. */
export const RECORD_ROLES = ['SERVICE_MANAGER', 'AUDITOR'] as const;

/**
 * Admits those who may read the record of a referral in the staff area: service managers and auditors, who is asked to
 * decide on it, and who has decided on it; without `withOwnWork` only the roles; with `withOpening` also an operator who opened it, as long as that lasts. To everyone else a reference that is there and one that is not look alike.
 */
export function areaRecordGuard(
  deps: AreaRecordDeps,
  { roles = RECORD_ROLES, withOwnWork = true, withOpening = false }: Readers = {},
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
      const openings =
        withOpening && theCase && hasRole(person, 'OPERATOR') ? await deps.openings.openingsOf(reference) : [];
      const opening = openingNow(openings, person, deps.now());
      // Of a flagged family they see what an auditor sees: where it is helps no one to put a fault right.
      if (theCase && opening) return { seen: { ...answer.seen, theCase, reader: 'AUDITOR', opening } };
      const over = lastOpening(openings, person);
      return { refuse: () => (over ? openingOverPage(deps, over) : roleNeededPage(deps, roles)) };
    }
    const reader = hasWork || hasRole(person, 'SERVICE_MANAGER') ? 'STAFF' : 'AUDITOR';
    return theCase ? { seen: { ...answer.seen, theCase, reader } } : { refuse: () => noRecordPage(deps) };
  };
}

/** Whether someone reads this record by their role or for their work on it, and so has no need to open it. */
export function readsByRight(theCase: Case, person: Person): boolean {
  return RECORD_ROLES.some((role) => hasRole(person, role)) || hasWorkOn(theCase, person);
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

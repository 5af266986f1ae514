import { actorId } from '#domain/people/actor.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Support } from '#domain/support/support.ts';
import { isReference } from '#domain/values/reference.ts';
import { areaGuard } from '../../access/area-guard.ts';
import type { AreaRecordDeps, RecordSeen } from '../../access/area-record.ts';
import { noRecordPage, roleNeededPage } from '../../access/area-refused.ts';
import type { Guard } from '../../access/guard.ts';
import { VISIT_ROLES } from './address.ts';

/** A member of staff with the support of a child whom they visit, or oversee. */
export interface VisitSeen extends RecordSeen {
  readonly support: Support;
}

export interface VisitGuardDeps extends AreaRecordDeps {
  readonly supports: Pick<SupportStore, 'readSupport'>;
}

/** Admits a service manager to the visits of each child, and a practitioner to those whom `admits` names: the children whom they visit. */
export function visitGuard(deps: VisitGuardDeps, admits = isVisitor): Guard<VisitSeen> {
  const inArea = areaGuard(deps, ...VISIT_ROLES);
  return async (request, parameters) => {
    const { reference = '' } = parameters;
    const isOne = isReference(reference);
    const [answer, theCase, support] = await Promise.all([
      inArea(request, parameters),
      isOne ? deps.cases.readWholeCase(reference) : undefined,
      isOne ? deps.supports.readSupport(reference) : undefined,
    ]);
    if ('refuse' in answer) return answer;
    const { person } = answer.seen;
    if (!isManager(person) && !(support && admits(support, person))) {
      return { refuse: () => roleNeededPage(deps, ['SERVICE_MANAGER']) };
    }
    if (!theCase || !support) return { refuse: () => noRecordPage(deps) };
    return { seen: { ...answer.seen, theCase, support, reader: 'STAFF' } };
  };
}

/** Whether someone oversees the visits of every child. */
export function isManager(person: Person): boolean {
  return hasRole(person, 'SERVICE_MANAGER');
}

/** Whether this colleague gives the support that has begun: who visits, and every practitioner where it is a group, as with its registers. */
export function runsSupport(support: Support, person: Person): boolean {
  return support.block ? isVisitor(support, person) : support.started !== undefined;
}

/** Whether this colleague visits the child, or recorded what came of a visit. */
export function isVisitor({ block }: Support, { id }: Person): boolean {
  return (
    block?.practitioner === id || (block?.visits ?? []).some(({ outcome }) => outcome && actorId(outcome.by) === id)
  );
}

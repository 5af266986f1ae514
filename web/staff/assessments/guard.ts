import { isVisitedBy } from '#domain/case/assessment.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { isReference } from '#domain/values/reference.ts';
import { areaGuard } from '../../access/area-guard.ts';
import type { AreaRecordDeps, RecordSeen } from '../../access/area-record.ts';
import { noRecordPage, roleNeededPage } from '../../access/area-refused.ts';
import type { Guard } from '../../access/guard.ts';
import { ASSESSMENT_ROLES, BOOKING_ROLES } from './address.ts';

/** Admits who books initial assessments to that of each child, and a practitioner to those of their own visits. */
export function assessmentGuard(deps: AreaRecordDeps): Guard<RecordSeen> {
  const inArea = areaGuard(deps, ...ASSESSMENT_ROLES);
  return async (request, parameters) => {
    const { reference = '' } = parameters;
    const [answer, theCase] = await Promise.all([
      inArea(request, parameters),
      isReference(reference) ? deps.cases.readWholeCase(reference) : undefined,
    ]);
    if ('refuse' in answer) return answer;
    const { person } = answer.seen;
    if (!mayBook(person) && !(theCase && isVisitedBy(theCase, person.id))) {
      return { refuse: () => roleNeededPage(deps, BOOKING_ROLES) };
    }
    return theCase ? { seen: { ...answer.seen, theCase, reader: 'STAFF' } } : { refuse: () => noRecordPage(deps) };
  };
}

/** Whether someone books the initial assessment of any child. */
export function mayBook(person: Person): boolean {
  return BOOKING_ROLES.some((role) => hasRole(person, role));
}

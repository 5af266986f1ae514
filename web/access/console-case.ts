import type { Case } from '#domain/case/case.ts';
import type { Role } from '#domain/people/person.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import { type AreaAccess, type AreaGuardDeps, areaGuard } from './area-guard.ts';
import { noRecordPage } from './area-refused.ts';
import type { Guard } from './guard.ts';

interface ConsoleCaseDeps extends AreaGuardDeps {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
}

/** Someone who looks after the service, with a case of which they see states and codes. */
export interface CaseSeen extends AreaAccess {
  readonly theCase: Case;
}

/** Admits people in these roles to the state of a case. A reference that no case has is said to be none. */
export function consoleCaseGuard(deps: ConsoleCaseDeps, roles: readonly Role[]): Guard<CaseSeen> {
  const inArea = areaGuard(deps, ...roles);
  return async (request, parameters) => {
    const { reference = '' } = parameters;
    const answer = await inArea(request, parameters);
    if ('refuse' in answer) return answer;
    const theCase = isReference(reference) ? await deps.cases.readWholeCase(reference) : undefined;
    return theCase ? { seen: { ...answer.seen, theCase } } : { refuse: () => noRecordPage(deps) };
  };
}

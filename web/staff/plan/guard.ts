import { hasRole, type Person } from '#domain/people/person.ts';
import { isVisited } from '#domain/support/block.ts';
import type { Support } from '#domain/support/support.ts';
import type { Guard } from '../../access/guard.ts';
import { isVisitor, type VisitGuardDeps, type VisitSeen, visitGuard } from '../visits/guard.ts';

/** Admits a service manager, who visits the child, and for a child of a group those who run groups. */
export function planGuard(deps: VisitGuardDeps): Guard<VisitSeen> {
  return visitGuard(deps, (support, person) => isVisitor(support, person) || isOfGroup(support, person));
}

/** Whether this child is in a group, which any practitioner runs. */
function isOfGroup(support: Support, person: Person): boolean {
  return hasRole(person, 'PRACTITIONER') && hasSupport(support) && !isVisited(support) && !support.block;
}

/** Whether support is accepted or has begun: only then a plan is written. */
export function hasSupport({ status }: Pick<Support, 'status'>): boolean {
  return status === 'ACCEPTED' || status === 'STARTED';
}

/** Whether someone may write or print this plan now. Once a child has died, or support has ended, it is only read. */
export function mayWrite({ support, theCase }: Pick<VisitSeen, 'support' | 'theCase'>): boolean {
  return hasSupport(support) && !theCase.death;
}

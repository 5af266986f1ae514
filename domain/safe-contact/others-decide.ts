import { saidOfParent } from '../case/corrected.ts';
import type { FamilyFacts, SameChild } from './facts.ts';

/** Those of whom no one else than a parent is known to decide. Any other status, also one that cannot be read, could mean it. */
const PARENTS_DECIDE = ['NONE', 'EARLY_HELP', 'CHILD_IN_NEED', 'PREVIOUSLY_LOOKED_AFTER'];

/** The code of why a parent is told nothing before a person has found out who decides. */
export function whyOthersDecide({ socialCare }: SameChild): 'PROTECTION_PLAN' | 'LOOKED_AFTER' | undefined {
  const status = socialCare?.status ?? 'NONE';
  if (status === 'CHILD_PROTECTION_PLAN') return 'PROTECTION_PLAN';
  return PARENTS_DECIDE.includes(status) ? undefined : 'LOOKED_AFTER';
}

/**
 * Why a parent of a child whom the council looks after, or who is under a child protection plan, is told nothing: no one has
 * recorded that this parent has parental responsibility, who agreed to the referral, and that this parent may be told.
 */
export function othersDecide(place: number, facts: FamilyFacts): 'PROTECTION_PLAN' | 'LOOKED_AFTER' | undefined {
  const why = [facts, ...(facts.others ?? [])].map(whyOthersDecide).find((one) => one !== undefined);
  const last = facts.mayHear?.at(-1);
  const isCleared =
    saidOfParent(facts.staffSaid, place)?.holds === 'YES' && (last?.agreed.length ?? 0) > 0 && mayBeTold(place, facts);
  return isCleared ? undefined : why;
}

/** Whether staff recorded no list of who may be told, or this adult is on it. */
export function mayBeTold(place: number, { mayHear }: FamilyFacts): boolean {
  const last = mayHear?.at(-1);
  return last === undefined || last.told.some((one) => one.place === place);
}

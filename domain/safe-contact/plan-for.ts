import type { FamilyFacts } from './facts.ts';
import { needsAgreement, whyNotToAgree } from './family-page.ts';
import { mayShow } from './may-show.ts';

/**
 * How the plan of a child may be printed for the adult at this place of the referral (from 0), or the code of why it may not.
 * `hasPlaces`: whether it may say where and when visits are, and what others do, who may be a nursery. `isTyped`: whether its
 * words may go as they are; where not, a person reads them first.
 */
export type PlanFor = { readonly hasPlaces: boolean; readonly isTyped: boolean } | { readonly whyNot: string };

/**
 * A printed plan is handed over in person. So a family with a flag gets one too, but no sheet of it says where they are. Nor
 * does that of a family in two households. Who may not be told, or does not decide, gets none.
 */
export function planFor(place: number, facts: FamilyFacts): PlanFor {
  const whyNot = whyNotToAgree(place, facts);
  if (whyNot !== undefined) return { whyNot };
  const reader = { adult: place } as const;
  const hasPlaces = mayShow('WHEREABOUTS', reader, facts) && !needsAgreement(facts);
  return { hasPlaces, isTyped: mayShow('TYPED', reader, facts) && !needsAgreement(facts) };
}

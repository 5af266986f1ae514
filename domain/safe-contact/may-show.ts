import type { FamilyFacts } from './facts.ts';
import { isFlagged } from './flags.ts';

/**
 * Something that says how to reach someone, or where they are. WHEREABOUTS is what locates a family: a town, a venue, a
 * nursery, a practice, the referrer's organisation, the times of visits. TYPED is what people typed, which may hold any of it.
 */
export type Thing = { readonly contactOf: number } | 'HOME' | 'WHEREABOUTS' | 'TYPED';

/**
 * Who would read it: the adult at this place of the referral, all adults of the family alike, another service, a referrer,
 * anyone who finds the file that a referrer saved or paper that was printed for a meeting, staff who work with the family, or an
 * auditor, who contacts no one.
 */
export type Reader =
  | { readonly adult: number }
  | 'FAMILY'
  | 'OTHER_SERVICE'
  | 'REFERRER'
  | 'COPY'
  | 'PAPER'
  | 'AUDITOR'
  | 'STAFF';

/** Who may see how to reach each adult of a family without a flag. */
const readsContacts: readonly Reader[] = ['OTHER_SERVICE', 'COPY', 'AUDITOR'];

/**
 * Whether a reader may see a thing of this family. Every page, letter, print and email that shows one asks this.
 *
 * No letter, page of a referrer or sheet of paper shows how to reach another adult. Of a flagged family only staff who work with it see where it is,
 * on a screen that writes down who read it: another service and an auditor ask them.
 */
export function mayShow(thing: Thing, reader: Reader, facts: FamilyFacts): boolean {
  if (reader === 'STAFF') return true;
  if (typeof thing === 'object') {
    if (typeof reader === 'object') return reader.adult === thing.contactOf;
    return readsContacts.includes(reader) && !isFlagged(facts);
  }
  if (thing === 'HOME' && (reader === 'PAPER' || reader === 'REFERRER')) return false;
  return !isFlagged(facts);
}

import type { Addressees } from '#domain/notices/addressees.ts';
import type { ToTell } from '#domain/notices/recipients.ts';
import { mayBeTold } from '#domain/safe-contact/others-decide.ts';
import { responsibilityWords } from '../responsibility/words.ts';
import { whoWords, whyInPerson } from './words.ts';

interface WhoToTell {
  readonly people: readonly { readonly name: string; readonly why: string }[];
  /** Adults of the referral whom staff left out of those who may be told. */
  readonly notTold: readonly string[];
}

/** Codes that stand before anyone has found out who decides. What staff recorded since says more. */
const UNKNOWN = ['LOOKED_AFTER', 'PROTECTION_PLAN'];

/**
 * Whom staff tell in person. Once staff recorded who may be told it is no one else of the family, and also who is on that
 * list and not in the referral.
 */
export function whoToTell(
  family: Addressees,
  names: readonly (string | undefined)[],
  inPerson: readonly Pick<ToTell, 'place' | 'why'>[],
): WhoToTell {
  const nameAt = (place: number) => names[place] ?? responsibilityWords.numbered(place + 1);
  const last = family.mayHear?.at(-1);
  if (!last)
    return { people: inPerson.map(({ place, why }) => ({ name: nameAt(place), why: whyInPerson(why) })), notTold: [] };
  const adults = inPerson
    .filter(({ place }) => mayBeTold(place, family))
    .map(({ place, why }) => ({
      name: nameAt(place),
      why: UNKNOWN.includes(why) ? whoWords.inPerson : whyInPerson(why),
    }));
  const outside = last.told
    .filter(({ place }) => place === undefined)
    .map(({ name = '', role = '' }) => ({ name: `${name}, ${role}`, why: whoWords.outside }));
  const left = family.family.parents.flatMap((_, place) => (mayBeTold(place, family) ? [] : [nameAt(place)]));
  return { people: [...adults, ...outside], notTold: left };
}

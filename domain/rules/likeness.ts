import type { SoundsOf } from '../ports/services.ts';
import type { Referral } from '../referral/schema.ts';
import { nameSounds } from './name-sounds.ts';

/** What two referrals of what may be one child, or of two children of one home, have in common. */
export interface Likeness {
  /** The date of birth and the postcode: one child, or twins. */
  readonly child: string;
  /** The same with each way in which the name sounds: of these, one child shares one, and most twins none. */
  readonly names: readonly string[];
  /** The whole address; undefined where the referral gives none. */
  readonly home?: string;
}

/** The likeness of a referral, written in one way, to be hashed under a key and stored in no other form. */
export function likenessOf({ child, home, postcode }: Referral, soundsOf: SoundsOf): Likeness {
  const address = plain(home?.address ?? '');
  const place = plain(postcode);
  return {
    child: `CHILD|${child.dob}|${place}`,
    names: nameSounds(child.firstName, child.lastName, soundsOf).map((name) => `NAME|${child.dob}|${place}|${name}`),
    ...(address === '' ? {} : { home: `HOME|${place}|${address.replace(place, '')}` }),
  };
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');

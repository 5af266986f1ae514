import type { Referral } from '../referral/schema.ts';

/** What two referrals of what may be one child, or of two children of one home, have in common. */
export interface Likeness {
  /** The date of birth and the postcode: one child, or twins. */
  readonly child: string;
  /** The whole address; undefined where the referral gives none. */
  readonly home?: string;
}

/** The likeness of a referral, written in one way, to be hashed under a key and stored in no other form. */
export function likenessOf({ child, home, postcode }: Referral): Likeness {
  const address = plain(home?.address ?? '');
  const place = plain(postcode);
  return {
    child: `CHILD|${child.dob}|${place}`,
    ...(address === '' ? {} : { home: `HOME|${place}|${address.replace(place, '')}` }),
  };
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');

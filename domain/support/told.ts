import type { Support } from './support.ts';

/** What a family is told about when they are offered support: the first offer, or with its number the nth. */
const OFFERED = 'OFFERED';

/** The code under which it is entered that a family was told of the last offer: by someone who spoke with them. */
export function offeredWhy({ offers }: Pick<Support, 'offers'>): string {
  return offers.length <= 1 ? OFFERED : `${OFFERED}_${offers.length}`;
}

/** Whether a code is about an offer. */
export function isOfOffer(why: string): boolean {
  return why === OFFERED || why.startsWith(`${OFFERED}_`);
}

/** The same of a letter: a family with two adults may be told in both ways. */
export function byPost(why: string): string {
  return `${why}_BY_POST`;
}

/** All codes under which it can stand that a family was told of the last offer. */
export function offeredAbout(support: Pick<Support, 'offers'>): readonly string[] {
  const why = offeredWhy(support);
  return [why, byPost(why)];
}

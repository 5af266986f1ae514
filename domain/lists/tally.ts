/** How many children wait before a place, by band: none yet, 1, 2 and 3. */
type ByBand = readonly [number, number, number, number];

/** Who waits before a place of a list, counted as the order of the list counts. */
export interface Tally {
  readonly before: ByBand;
  /** The target date of the last of them. */
  readonly targetOn: string;
  /** How many of them have the band of the last, and an earlier target date than the last. */
  readonly earlier: number;
}

export const NO_ONE: Tally = { before: [0, 0, 0, 0], targetOn: '', earlier: 0 };

interface Placed {
  readonly band?: number | null | undefined;
  readonly suggestedBand?: number | null | undefined;
  readonly targetOn?: string | undefined;
}

/** The band by which a place is ordered, from 0: no one has set it and the rules suggest none. */
export function bandOfOrder({ band, suggestedBand }: Placed): 0 | 1 | 2 | 3 {
  const counted = band ?? suggestedBand ?? 0;
  return counted === 1 || counted === 2 || counted === 3 ? counted : 0;
}

/** The tally for whoever comes after this place: it costs the same wherever in the list that is. */
export function counted(tally: Tally, placed: Placed): Tally {
  const band = bandOfOrder(placed);
  const { targetOn = '' } = placed;
  const [none, one, two, three] = tally.before;
  const before: ByBand = [none + +(band === 0), one + +(band === 1), two + +(band === 2), three + +(band === 3)];
  return { before, targetOn, earlier: earlierFor(tally, placed) };
}

/** How many of the same band have an earlier target date than this place. */
export function earlierFor(tally: Tally, placed: Placed): number {
  const inBand = tally.before[bandOfOrder(placed)];
  return inBand > 0 && tally.targetOn === placed.targetOn ? tally.earlier : inBand;
}

/** How many wait before, in all. */
export function sumOf({ before }: Pick<Tally, 'before'>): number {
  return before.reduce((sum, n) => sum + n, 0);
}

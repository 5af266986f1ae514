import { inWords, nth } from '../values/numbers.ts';
import { bandOfOrder, earlierFor, sumOf, type Tally } from './tally.ts';

/** A place as it is explained: by its band, in how many broad areas the delay was met, and its target date. */
export interface Explained {
  readonly band?: number | null | undefined;
  readonly suggestedBand?: number | null | undefined;
  readonly broadAreas?: number | undefined;
  readonly targetOn?: string | undefined;
}

/**
 * Why a child stands where they stand, in words that name no one: the place, the band with what it comes from, and how many
 * wait before and why. `all`: how many wait on the list, where that is known.
 */
export function explainPlace(placed: Explained, tally: Tally, all?: number): string {
  const place = `${nth(sumOf(tally) + 1)}${all === undefined ? '' : ` of ${all}`}`;
  return `${place}: ${bandWords(placed)}; ${beforeWords(placed, tally)}`;
}

/** The band of a place, and what it comes from. */
export function bandWords({ band, suggestedBand, broadAreas }: Explained): string {
  const areas = broadAreas === undefined ? '' : ` (${inWords(broadAreas)} broad area${broadAreas === 1 ? '' : 's'})`;
  if (band) return `band ${band}${areas}`;
  return suggestedBand ? `band ${suggestedBand}, suggested${areas}` : 'band to be set by a person';
}

function beforeWords(placed: Explained, tally: Tally): string {
  const band = bandOfOrder(placed);
  const earlier = earlierFor(tally, placed);
  const ofBand = band === 0 ? 'without a band' : `in band ${band}`;
  const parts = [
    ...tally.before.slice(0, band).map((n, other) => [n, other === 0 ? 'without a band' : `in band ${other}`] as const),
    [earlier, `${ofBand} with an earlier target date`] as const,
    [tally.before[band] - earlier, `${ofBand} with the same target date who was referred earlier`] as const,
  ].filter(([n]) => n > 0);
  if (parts.length === 0) return 'no child is before';
  const said = parts.map(([n, which], index) => {
    const child = index === 0 ? (n === 1 ? ' child' : ' children') : '';
    return `${inWords(n)}${child} ${n === 1 ? which : which.replace('who was', 'who were')}`;
  });
  const last = said.at(-1) ?? '';
  const list = said.length === 1 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
  return `${list} ${sumOf(tally) === 1 ? 'is' : 'are'} before`;
}

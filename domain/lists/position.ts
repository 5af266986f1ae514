import { londonDateOf, plainDate } from '../values/dates.ts';
import type { Placing } from './order.ts';

/** An entry of a list as it is explained: also whether a person has confirmed its band. */
export interface Explained extends Placing {
  readonly isBandConfirmed: boolean;
}

/**
 * Why the entry at `index` stands where it stands, in words that hold no personal data. `entries` are in list order; the
 * explanation names the first thing in which the entry differs from the one before it. Empty for an index off the list.
 */
export function explainPosition(entries: readonly Explained[], index: number): string {
  const entry = entries[index];
  if (entry === undefined) return '';
  const place = `Position ${index + 1} of ${entries.length}: ${bandWords(entry)}, target date ${plainDate(entry.targetOn)}.`;
  const before = entries[index - 1];
  return before === undefined ? `${place} No child comes before.` : `${place} ${after(before, entry)}`;
}

function bandWords({ band, isBandConfirmed }: Explained): string {
  if (band === null) return 'band to be set by the team';
  return isBandConfirmed ? `band ${band}` : `band ${band} (suggested)`;
}

function after(before: Placing, entry: Placing): string {
  const comes = `The child before (${before.reference}) comes first because of`;
  if (before.band !== entry.band) {
    return before.band === null
      ? `${comes} a band that is still to be set.`
      : `${comes} the band: ${before.band} comes before ${entry.band}.`;
  }
  if (before.targetOn !== entry.targetOn) return `${comes} an earlier target date: ${plainDate(before.targetOn)}.`;
  if (before.referredAt === entry.referredAt) {
    return `${comes} the reference, because everything else is equal.`;
  }
  const [first, second] = [londonDateOf(before.referredAt), londonDateOf(entry.referredAt)];
  const when =
    first === second ? 'earlier on the same day' : `on ${plainDate(first)}, this one on ${plainDate(second)}`;
  return `${comes} the referral time: referred ${when}.`;
}

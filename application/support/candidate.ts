import type { ListName } from '#domain/lists/entry.ts';
import type { Candidate } from '#domain/lists/propose.ts';
import { keptBack } from '#domain/support/kept-back.ts';
import type { Support } from '#domain/support/support.ts';
import type { PlacedRow } from '../lists/read-list.ts';

/** A child of a list as proposals see them, by the row of the index. `support`: where the row is of an earlier release. `isDecided`: other services need not decide with us, or said yes. */
export function candidateOf(
  list: ListName,
  { row, tally }: PlacedRow,
  support: Support | undefined,
  isDecided: boolean,
): Candidate {
  const { reference, band = null, suggestedBand, targetOn, more } = row;
  return {
    ...{
      reference,
      tally,
      kept: keptIn(support ? keptBack(support) : more?.kept) ?? (isDecided ? undefined : 'NOT_DECIDED_JOINTLY'),
    },
    entry: {
      ...{ pathway: list.pathway, locality: list.locality, band, suggestedBand, targetOn },
      ...{ broadAreas: more?.broadAreas, offered: support?.list?.offered ?? more?.offered },
      quiet: more?.quietSince === undefined ? undefined : {},
      hold: more?.heldSince === undefined ? undefined : { until: more.heldUntil },
    },
  };
}

function keptIn(kept: string | undefined): Candidate['kept'] {
  return kept === 'TO_RING' || kept === 'UNDER_WAY' ? kept : undefined;
}

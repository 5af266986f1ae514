import type { ListName } from '#domain/lists/entry.ts';
import type { Candidate } from '#domain/lists/propose.ts';
import { whyNotOffered } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import type { PlacedRow } from '../lists/read-list.ts';

/** A child of a list as proposals see them, by the row of the index and by the support, where there is one. */
export function candidateOf(list: ListName, { row, tally }: PlacedRow, support: Support | undefined): Candidate {
  const { reference, band = null, suggestedBand, targetOn, more } = row;
  return {
    ...{ reference, tally, kept: keptBack(support) },
    entry: {
      ...{ pathway: list.pathway, locality: list.locality, band, suggestedBand, targetOn },
      ...{ broadAreas: more?.broadAreas, offered: support?.list?.offered ?? more?.offered },
      quiet: more?.quietSince === undefined ? undefined : {},
      hold: more?.heldSince === undefined ? undefined : { until: more.heldUntil },
    },
  };
}

function keptBack(support: Support | undefined): Candidate['kept'] {
  if (!support) return undefined;
  if (support.toRing) return 'TO_RING';
  return whyNotOffered(support) === 'UNDER_WAY' ? 'UNDER_WAY' : undefined;
}

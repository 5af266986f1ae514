import type { Person } from '#domain/people/person.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { HOME_VISITING, VISITS } from '#domain/support/block.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { MOST_ON_A_LIST } from '../lists/read-list.ts';
import { LISTS } from '../lists/read-lists.ts';

/** A visit that is planned, as the index shows it. `at`: the instant at which it begins. */
export interface BookedVisit extends ListRow {
  readonly at: string;
  readonly isAssessment: boolean;
}

/** The visits of one colleague, the next one first. */
export interface VisitsOfOne {
  readonly name: string;
  readonly visits: readonly BookedVisit[];
}

const ASSESSMENT = 'INITIAL_ASSESSMENT';

/**
 * The visits after `from` until the end of `until` (local dates), by who visits: initial assessments, initial visits and sessions.
 * Whoever has none is left out. Reads each list once. The index may lag behind by a moment.
 */
export function visitsAhead({ indexes }: { readonly indexes: Pick<Indexes, 'list'> }) {
  return async (people: readonly Person[], from: string, until: string): Promise<readonly VisitsOfOne[]> => {
    const names = LISTS.filter(({ pathway }) => pathway === HOME_VISITING || pathway === ASSESSMENT);
    const waiting = await Promise.all(
      names.map(async ({ pathway, locality }) =>
        (await indexes.list(pathway, locality, MOST_ON_A_LIST)).map((row) => booked(row, pathway === ASSESSMENT)),
      ),
    );
    const isAhead = ({ at }: BookedVisit) => at !== '' && londonDateOf(at) > from && londonDateOf(at) <= until;
    const each = people.map(async ({ id, name }) => {
      const visited = (await indexes.list(VISITS, id, MOST_ON_A_LIST)).map((row) => booked(row, false));
      const begun = waiting.flat().filter(({ more }) => more?.visitBy === id);
      const visits = [...visited, ...begun].filter(isAhead).toSorted((one, other) => one.at.localeCompare(other.at));
      return { name, visits };
    });
    return (await Promise.all(each)).filter(({ visits }) => visits.length > 0);
  };
}

const booked = (row: ListRow, isAssessment: boolean): BookedVisit => ({
  ...row,
  ...{ at: row.more?.visitAt ?? '', isAssessment },
});

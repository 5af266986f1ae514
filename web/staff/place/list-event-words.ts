import type { ListName } from '#domain/lists/entry.ts';
import { isListEvent, type ListEvent } from '#domain/lists/list-events.ts';
import { plainDate } from '#domain/values/dates.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { listsWords } from '../lists/words.ts';
import { whichDates, becameWords as words } from './words.ts';

const dates: ReadonlyMap<string, string> = new Map(Object.entries(whichDates));

/** What a place became by this event, for staff: the band, the list, the end of a hold or the date. Nothing of any other event. */
export function becameInWords(event: { readonly event: string }): readonly string[] {
  return isListEvent(event) ? became(event) : [];
}

function became(event: ListEvent): readonly string[] {
  switch (event.event) {
    case 'BAND_CONFIRMED':
    case 'BAND_CHANGED':
      return [words.band(event.band)];
    case 'LISTED':
      return event.place ? [words.list(listSaid(event.place))] : [];
    case 'LIST_MOVED':
      return [words.moved(listSaid(event.from), listSaid(event.place))];
    case 'LIST_HELD':
      return [event.until === undefined ? words.held : words.heldUntil(plainDate(event.until))];
    case 'DATE_MOVED':
      return [words.date(dates.get(event.which) ?? event.which, plainDate(event.from), plainDate(event.to))];
    default:
      return [];
  }
}

function listSaid({ pathway, locality }: ListName): string {
  return listsWords.listTitle(pathwayInWords(pathway), locality);
}

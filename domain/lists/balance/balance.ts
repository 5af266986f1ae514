import type { Place } from '../entry.ts';
import { listKey } from '../index-copies.ts';
import { isListEvent } from '../list-events.ts';
import { COMES, type Movement, movementsOf } from '../movements.ts';
import { placeOf } from '../place.ts';
import { hasPlaces, type ListHistory, placeAt } from '../replay.ts';
import type { Finding } from './findings.ts';
import { hashed, hashOfPlace, type ListNight } from './night.ts';
import { added, sumsOf } from './sums.ts';

/** What a night knows of the place of one child. */
export interface ChildOfNight {
  readonly history: ListHistory;
  readonly movements: readonly Movement[];
  /** Where the child stands by what is stored, when the night closes. */
  readonly place: Place | null;
}

/** A child as a night that closes at this instant sees them: the entry counts, and what happened since is taken back. */
export function childOfNight(history: ListHistory, closedAt: string): ChildOfNight {
  const isLater = history.events.some((event) => event.at > closedAt && isListEvent(event));
  const entry = history.entry && placeOf(history.entry);
  return { history, movements: movementsOf(history), place: isLater ? placeAt(history, closedAt) : entry };
}

/** What a night of one list is worked out from. `last` is its night before, `accepted` whom someone says are rightly missing. */
export interface NightOf {
  readonly list: string;
  readonly night: string;
  readonly version: number;
  readonly closedAt: string;
  readonly last: ListNight | undefined;
  readonly children: ReadonlyMap<string, ChildOfNight>;
  readonly accepted: readonly string[];
  /** What was found of children of this list besides. */
  readonly findings: readonly Finding[];
}

/**
 * The balance of one list in one night. Opening, what came and what went must make the closing, child by child: whoever they do
 * not explain is named. Who is missing is named every night until they are there again, or someone accepts it.
 */
export function balanceOf(given: NightOf): ListNight {
  const { list, night, version, closedAt, last, children, accepted } = given;
  const here = new Map(
    [...children].flatMap(([reference, { place }]) => (place && listKey(place) === list ? [[reference, place]] : [])),
  );
  const found = (last?.lost ?? []).filter((reference) => here.has(reference));
  const opening = new Set([...(last?.closing ?? []).map(({ reference }) => reference), ...found]);
  const moves = movesIn(given);
  const gone = unexplained(opening, here, moves);
  const stillLost = (last?.lost ?? []).filter((reference) => !here.has(reference));
  const lost = [...new Set([...stillLost, ...gone.missing])].filter((reference) => !accepted.includes(reference));
  const sums = sumsOf(opening.size, moves, here.size);
  const findings = [
    ...[...lost, ...gone.extra].map((reference) => ({ reference, fault: 'NOT_AS_LAST_NIGHT', list }) as const),
    ...pastFaults(given),
    ...given.findings,
  ];
  const isSameMonth = last?.night.slice(0, 7) === night.slice(0, 7);
  const closing = [...here].map(([reference, place]) => ({ reference, place: hashOfPlace(place) }));
  return hashed({
    ...{ list, night, version, closedAt, ...(last && { since: last.night }), sums },
    ...{ month: last && isSameMonth ? added(last.month, sums) : sums },
    ...{ closing: closing.sort((one, other) => (one.reference < other.reference ? -1 : 1)), lost, findings },
  });
}

function movesIn({ list, closedAt, last, children }: NightOf): Movement[] {
  const since = last?.closedAt ?? '';
  return [...children.values()]
    .flatMap(({ movements }) => movements)
    .filter((move) => listKey(move.list) === list && move.at > since && move.at <= closedAt);
}

function unexplained(opening: ReadonlySet<string>, here: ReadonlyMap<string, Place>, moves: readonly Movement[]) {
  const expected = new Map([...opening].map((reference) => [reference, 1]));
  for (const { reference, kind } of moves) {
    expected.set(reference, (expected.get(reference) ?? 0) + (COMES.includes(kind) ? 1 : -1));
  }
  for (const reference of here.keys()) expected.set(reference, (expected.get(reference) ?? 0) - 1);
  const all = [...expected];
  return {
    missing: all.flatMap(([reference, n]) => (n > 0 ? [reference] : [])),
    extra: all.flatMap(([reference, n]) => (n < 0 ? [reference] : [])),
  };
}

/** Whose place, as the events now say it was when the last night closed, is not the one that it had then. */
function pastFaults({ list, last, children }: NightOf): Finding[] {
  return (last?.closing ?? []).flatMap(({ reference, place }) => {
    const history = children.get(reference)?.history;
    if (!history || !last || !hasPlaces(history)) return [];
    const then = placeAt(history, last.closedAt);
    return then && hashOfPlace(then) === place ? [] : [{ reference, fault: 'PAST_DIFFERS', list }];
  });
}

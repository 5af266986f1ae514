import * as z from 'zod';
import { balanceOf, type ChildOfNight } from '#domain/lists/balance/balance.ts';
import type { Finding } from '#domain/lists/balance/findings.ts';
import { isAsWritten, type ListNight, type Night } from '#domain/lists/balance/night.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import type { Everyone } from '#domain/ports/everyone.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import { addDays, londonDateOf, plusMinutes } from '#domain/values/dates.ts';
import { type LookDeps, lookAtChildren, lookAtEveryone } from './look-at-children.ts';
import { LISTS } from './read-lists.ts';

/** A schedule names nothing. An operator may name children who are rightly missing. */
const balanceSchema = z.looseObject({ accept: z.array(z.string().trim().min(1)).default([]) });

export interface BalanceDeps extends LookDeps {
  readonly balances: BalanceStore;
  readonly everyone: Pick<Everyone, 'traces' | 'listRows' | 'listNights'>;
  readonly now: Now;
  readonly log: Log;
}

/** By then, whatever is dated before is written: no function that changes a place runs as long. */
const SETTLED_MINUTES = -5;
const MOST_FOUND = 500;
/** A list has a balance of one of so many nights before, unless nights were left out. */
const LOOKED_BACK = 2;

/**
 * Proves once a night that every list adds up to the child, and names each that does not: in the log, and in what is kept of
 * the night. Cut off anywhere, the next run does it whole. Run again, it replaces what the night had found. Throws the error of
 * zod for a malformed command.
 */
export function balanceLists(deps: BalanceDeps): (command: unknown) => Promise<{ lists: number; unbalanced: number }> {
  return async (command) => {
    const { accept } = balanceSchema.parse(command);
    const now = deps.now();
    const night = londonDateOf(now);
    const closedAt = plusMinutes(now, SETTLED_MINUTES);
    const [lastNight] = await deps.balances.nightsBefore(night, 1);
    const { children, findings } = await lookTwice(deps, closedAt);
    const lists: ListNight[] = [];
    const named = listsOf(children, lastNight);
    const nightsOf = await recentNights(deps, named, night);
    for (const list of named) {
      const { before, last } = await nightsOf(list, lastNight);
      const altered = isAltered(last, lastNight?.lists.find((one) => one.list === list)?.hash);
      const own: Finding[] = [
        ...findings.filter((finding) => finding.list === list),
        ...(altered ? [{ reference: '', fault: 'BALANCE_ALTERED', list } as const] : []),
      ];
      const version = (before?.version ?? 0) + 1;
      const given = { list, night, version, closedAt, last, children, accepted: accept, findings: own };
      if (last ?? hasAnyone(list, children)) lists.push(balanceOf(given));
    }
    const found = [...findings.filter(({ list }) => list === undefined), ...lists.flatMap((one) => one.findings)];
    await Promise.all(lists.map((list) => deps.balances.saveListNight(list)));
    const version = ((await deps.balances.readNight(night))?.version ?? 0) + 1;
    await deps.balances.saveNight({
      ...{ night, version, closedAt, children: children.size, found: found.length },
      lists: lists.map(({ list, hash }) => ({ list, hash })),
      findings: found.slice(0, MOST_FOUND),
    });
    for (const { reference, fault, list } of found) {
      deps.log.error('list-unbalanced', { reference, fault, ...(list === undefined ? {} : { list }) });
    }
    deps.log.info('lists-balanced', { night, lists: lists.length, children: children.size, unbalanced: found.length });
    return { lists: lists.length, unbalanced: found.length };
  };
}

/** What both looks found counts; of each child the second look. */
async function lookTwice(deps: BalanceDeps, closedAt: string) {
  const first = await lookAtEveryone(deps, closedAt);
  const doubtful = new Set(first.findings.map(({ reference }) => reference));
  if (doubtful.size === 0) return first;
  const second = await lookAtChildren(deps, doubtful, closedAt);
  for (const reference of doubtful) first.children.delete(reference);
  for (const [reference, child] of second.children) first.children.set(reference, child);
  return { children: first.children, findings: second.findings.filter(({ reference }) => doubtful.has(reference)) };
}

/** What is stored of a list: of this night, where it was worked out before, and of the last one before it. */
async function recentNights(deps: BalanceDeps, lists: ReadonlySet<string>, night: string) {
  const nights = Array.from({ length: LOOKED_BACK + 1 }, (_, n) => addDays(night, -n));
  const found = Map.groupBy(await deps.everyone.listNights([...lists], nights), ({ list }) => list);
  return async (list: string, lastNight: Night | undefined) => {
    const recent = found.get(list) ?? [];
    const before = recent.find((one) => one.night === night);
    const [last] = recent.filter((one) => one.night < night).sort((one, other) => (one.night < other.night ? 1 : -1));
    // The last night of all lists names each that has ever begun, and is as recent as they are.
    const isNew = lastNight !== undefined && nights.includes(lastNight.night) && !isNamed(lastNight, list);
    if (last || isNew) return { before, last };
    const [older] = await deps.balances.listNightsBefore(list, night, 1);
    return { before, last: older };
  };
}

const isNamed = ({ lists }: Night, list: string) => lists.some((one) => one.list === list);

function listsOf(children: ReadonlyMap<string, ChildOfNight>, lastNight: Night | undefined): ReadonlySet<string> {
  const named = [...children.values()].flatMap(({ place, movements }) => [
    ...(place ? [place] : []),
    ...movements.map(({ list }) => list),
  ]);
  return new Set([...[...LISTS, ...named].map(listKey), ...(lastNight?.lists ?? []).map(({ list }) => list)]);
}

function hasAnyone(list: string, children: ReadonlyMap<string, ChildOfNight>): boolean {
  return [...children.values()].some(({ place, movements }) =>
    [...(place ? [place] : []), ...movements.map((move) => move.list)].some((name) => listKey(name) === list),
  );
}

/** Whether the last night of a list is gone, or not what was written then. */
function isAltered(last: ListNight | undefined, hash: string | undefined): boolean {
  if (last && !isAsWritten(last)) return true;
  return hash !== undefined && last?.hash !== hash;
}

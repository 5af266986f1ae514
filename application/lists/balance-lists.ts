import * as z from 'zod';
import { balanceOf, type ChildOfNight } from '#domain/lists/balance/balance.ts';
import type { Finding } from '#domain/lists/balance/findings.ts';
import { isAsWritten, type ListNight } from '#domain/lists/balance/night.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import type { References } from '#domain/ports/seals.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import { londonDateOf, plusMinutes } from '#domain/values/dates.ts';
import { type LookDeps, lookAtChildren } from './look-at-children.ts';
import { LISTS } from './read-lists.ts';

/** A schedule names nothing. An operator may name children who are rightly missing. */
const balanceSchema = z.looseObject({ accept: z.array(z.string().trim().min(1)).default([]) });

export interface BalanceDeps extends LookDeps {
  readonly balances: BalanceStore;
  readonly references: References;
  readonly now: Now;
  readonly log: Log;
}

/** By then, whatever is dated before is written: no function that changes a place runs as long. */
const SETTLED_MINUTES = -5;
const MOST_FOUND = 500;

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
    for (const list of listsOf(children)) {
      const [last] = await deps.balances.listNightsBefore(list, night, 1);
      const before = await deps.balances.readListNight(list, night);
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
    for (const list of lists) await deps.balances.saveListNight(list);
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
  const references = new Set<string>();
  for await (const reference of deps.references()) references.add(reference);
  const first = await lookAtChildren(deps, references, closedAt);
  const doubtful = new Set(first.findings.map(({ reference }) => reference));
  if (doubtful.size === 0) return first;
  const second = await lookAtChildren(deps, doubtful, closedAt);
  for (const reference of doubtful) first.children.delete(reference);
  for (const [reference, child] of second.children) first.children.set(reference, child);
  return { children: first.children, findings: second.findings.filter(({ reference }) => doubtful.has(reference)) };
}

function listsOf(children: ReadonlyMap<string, ChildOfNight>): ReadonlySet<string> {
  const named = [...children.values()].flatMap(({ place, movements }) => [
    ...(place ? [place] : []),
    ...movements.map(({ list }) => list),
  ]);
  return new Set([...LISTS, ...named].map(listKey));
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

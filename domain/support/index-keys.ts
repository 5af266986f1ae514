import { entryKey, entryRow } from '../lists/index-copies.ts';
import { deliverable } from '../process/outbox.ts';
import type { Row } from '../process/rows.ts';
import { isPutRightByItself, runDueAt } from '../process/run.ts';
import type { Support } from './support.ts';

/** The earliest instant at which the sweeper must look at a support; undefined when only people can move it. */
export function supportDueAt(support: Support): string | undefined {
  const frees = (support.toFree ?? []).length > 0 ? support.updatedAt : undefined;
  return [runDueAt(support), frees, support.toClose, support.list?.changed?.toTell]
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}

/** The queue of people's work that a support stands in: only while it is parked. */
export function supportWork({ parked, ...run }: Support): { key: string; due: string } | undefined {
  return parked ? { key: isPutRightByItself({ parked, ...run }) ? 'RESTARTING' : 'PARKED', due: parked.at } : undefined;
}

/** The list on which the child stands and where, while the support holds their place. */
export function supportList({ list }: Support): { key: string; order: string } | undefined {
  return list ? entryKey(list) : undefined;
}

/** What the indexes show of a support: codes, instants and what they show of a place. Never the token of its wait. */
export function supportRow(support: Support): Row {
  const { list, parked, task, outbox, updatedAt } = support;
  return {
    ...(list ? entryRow(list) : {}),
    kind: task?.kind,
    taskId: task?.id,
    waitingSince: parked?.at,
    why: parked?.why,
    owedSince: deliverable(outbox).length > 0 ? updatedAt : undefined,
  };
}

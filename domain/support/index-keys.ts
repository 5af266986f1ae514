import { entryKey, entryRow, listKey } from '../lists/index-copies.ts';
import { deliverable } from '../process/outbox.ts';
import type { Row } from '../process/rows.ts';
import { isPutRightByItself, runDueAt } from '../process/run.ts';
import { agreedSessions, liveBlock, openVisit, sessionsOf, VISITS, visitBegins } from './block.ts';
import { keptBack } from './kept-back.ts';
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

/**
 * The list on which the child stands and where, while the support holds their place; then the visits of the practitioner, in the
 * order in which they are planned. A child without a next visit stands first.
 */
export function supportList(support: Support): { key: string; order: string } | undefined {
  if (support.list) return entryKey(support.list);
  const block = liveBlock(support);
  if (!block) return undefined;
  const next = openVisit(block);
  const order = `${next ? visitBegins(next) : ''}#${support.reference}`;
  return { key: listKey({ pathway: VISITS, locality: block.practitioner }), order };
}

/** What a list shows of a place that a support holds: of the entry, and whether the child can be offered something now. */
function placeCopies(support: Support): Row {
  if (!support.list) return {};
  const row = entryRow(support.list);
  return { ...row, more: { ...row.more, kept: keptBack(support) } };
}

/** Who visits, the next visit and how many sessions there were; before the start beside what is shown of the place on a list. */
function visitCopies(support: Support): Row {
  const block = liveBlock(support);
  if (!block) return {};
  const next = openVisit(block);
  const visit = next ? { visitAt: visitBegins(next), visitKind: next.kind, visitWhere: next.where } : {};
  const { more } = placeCopies(support);
  return {
    more: {
      ...more,
      ...visit,
      visitBy: block.practitioner,
      sessions: sessionsOf(block),
      agreed: agreedSessions(block),
    },
  };
}

/** What the indexes show of a support: codes, instants and what they show of a place. Never the token of its wait. */
export function supportRow(support: Support): Row {
  const { parked, task, outbox, updatedAt } = support;
  return {
    ...placeCopies(support),
    ...visitCopies(support),
    kind: task?.kind,
    taskId: task?.id,
    waitingSince: parked?.at,
    why: parked?.why,
    owedSince: deliverable(outbox).length > 0 ? updatedAt : undefined,
  };
}

import type { Notice } from '../ports/records.ts';
import type { Case } from './case.ts';
import type { Status } from './codes.ts';

/** How long a claimed notice may stay unsettled before the sweeper takes it to have been cut off. */
const NOTICE_GRACE_MS = 2 * 60_000;

/** The earliest instant at which the sweeper must look at a case; undefined when only people can move it. */
export function attentionAtOf(theCase: Case): string | undefined {
  const instants: string[] = [];
  if (theCase.outbox.length > 0) instants.push(theCase.updatedAt);
  if (theCase.task?.decision) instants.push(theCase.task.decision.effectiveAt);
  if (theCase.next !== 'DONE' && theCase.parked === null) instants.push(theCase.moveBy);
  return instants.sort().at(0);
}

/** The instant at which the sweeper must look at a notice: only while it is claimed and unsettled. */
export function noticeAttentionAt(notice: Notice): string | undefined {
  if (notice.state !== 'CLAIMED') return undefined;
  return new Date(Date.parse(notice.claimedAt) + NOTICE_GRACE_MS).toISOString();
}

const queues: Partial<Record<Status, string>> = {
  IN_TRIAGE: 'TRIAGE',
  HELD_AS_DUPLICATE: 'DUPLICATE',
  HELD_FOR_A_PERSON: 'SUSPICIOUS',
  AWAITING_REFERRER: 'REFERRER',
};

/** The queue of people's work that a case stands in, oldest first: since when they are waited for. */
export function workKeyOf(theCase: Case): { key: string; due: string } | undefined {
  if (theCase.parked) return { key: 'PARKED', due: theCase.parked.at };
  const key = queues[theCase.status];
  return key && theCase.task ? { key, due: theCase.task.openedAt } : undefined;
}

/** The list a child waits on and the text by which that list is ordered. */
export function listKeyOf(theCase: Case): { key: string; order: string } | undefined {
  if (theCase.status !== 'ON_WAITING_LIST' || !theCase.list) return undefined;
  return { key: listKey(theCase.list.pathway, theCase.list.locality), order: theCase.list.order };
}

/** The name of one list: a pathway in a locality. */
export function listKey(pathway: string, locality: string): string {
  return `${pathway}#${locality}`;
}

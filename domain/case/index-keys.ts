import { isCanary } from '../canary/mark.ts';
import type { ListEntry } from '../lists/entry.ts';
import { entryKey, entryRow } from '../lists/index-copies.ts';
import { actorId } from '../people/actor.ts';
import { deliverable } from '../process/outbox.ts';
import type { Row } from '../process/rows.ts';
import { isPutRightByItself, runDueAt } from '../process/run.ts';
import { EVIDENCE_LOST } from '../referral/document/lost.ts';
import { visitCopies } from './assessment.ts';
import { assessmentDueAt } from './book-assessment.ts';
import { cameBackAt } from './came-back.ts';
import type { Case } from './case.ts';
import { checkInOwedSince } from './check-in.ts';
import type { Status } from './codes.ts';
import { isDecidedJointly, isJointOpen } from './joint.ts';
import { JOINT_PATHWAY } from './joint-left.ts';
import { jointDueAt } from './joint-told.ts';
import { newsBackAt } from './news-back.ts';
import { placeOwedSince } from './place-told.ts';
import { playOwedSince } from './play.ts';
import { schoolOwedSince, startsIn } from './school.ts';
import { isShared } from './shared.ts';
import { taskDueAt } from './task.ts';
import { toCountSince } from './to-count.ts';
import { toSupportDueAt } from './to-support.ts';

/** The earliest instant at which the sweeper must look at a case; undefined when only people can move it. */
export function caseDueAt(theCase: Case): string | undefined {
  if (isCanary(theCase)) return runDueAt(theCase);
  const sharingAt = isShared(theCase) ? theCase.shared?.dueAt : undefined;
  const told = [
    theCase.tellFamilyAt,
    cameBackAt(theCase),
    newsBackAt(theCase),
    placeOwedSince(theCase),
    checkInOwedSince(theCase),
    schoolOwedSince(theCase),
    playOwedSince(theCase),
    jointDueAt(theCase),
    toSupportDueAt(theCase),
  ];
  return [runDueAt(theCase), sharingAt, ...told, toCountSince(theCase), assessmentDueAt(theCase)]
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}

const queues: ReadonlyMap<string, string> = new Map<Status, string>([
  ['IN_TRIAGE', 'TRIAGE'],
  ['HELD_AS_DUPLICATE', 'DUPLICATE'],
  ['HELD_FOR_A_PERSON', 'SUSPICIOUS'],
  ['AWAITING_REFERRER', 'REFERRER'],
]);

/**
 * The queue of people's work that a case stands in, the first due first; those without a day by which people must act,
 * oldest first. What the sweeper restarts until newer functions are there is not yet an operator's.
 */
export function workKeyOf(theCase: Case): { key: string; due: string } | undefined {
  if (theCase.parked) return { key: isPutRightByItself(theCase) ? 'RESTARTING' : 'PARKED', due: theCase.parked.at };
  const key = queues.get(theCase.status);
  const { task } = theCase;
  return key && task ? { key, due: task.kind === 'REFERRER' ? task.openedAt : taskDueAt(task) } : undefined;
}

/** Since when people are waited for, through every deferral and also once it is parked; of what waits for no one since when it is parked. */
function waitingSince(theCase: Case): string | undefined {
  const { task, parked, triageSince } = theCase;
  const isParkedTask = parked !== null && task?.decision === undefined && task?.kind !== 'REFERRER';
  if (!task || !(parked ? isParkedTask : queues.has(theCase.status))) return parked?.at;
  return task.kind === 'TRIAGE' ? (triageSince ?? task.openedAt) : task.openedAt;
}

/** The list a child waits on and the text by which that list is ordered. */
export function listKeyOf(theCase: Case): { key: string; order: string } | undefined {
  if (theCase.status !== 'ON_WAITING_LIST' || !theCase.list) return undefined;
  return entryKey(theCase.list);
}

/**
 * The year in which the child starts school, for a child whom we accepted: under it the cohort of Starting School is found.
 * A child who has died stays under it, because another referral of theirs must be passed over. Undefined where it is not known.
 */
export function schoolKeyOf(theCase: Case): number | undefined {
  return startsIn(theCase);
}

/** What the index shows of Starting School in that year: what came of the invitation, and since when. */
function schoolCopies(theCase: Case): Pick<NonNullable<Row['more']>, 'school' | 'schoolAt'> {
  const [year, { chosen, invited, answer } = {}] = [startsIn(theCase), theCase.school];
  if (year === undefined) return {};
  // Whoever counts what is still to do must not count this child.
  if (theCase.death) return { school: 'LEFT_OUT', schoolAt: theCase.death.at };
  if (invited?.year === year) return { school: answer?.what ?? 'INVITED', schoolAt: answer?.at ?? invited?.at };
  return chosen?.year === year && chosen?.isInvited === false ? { school: 'LEFT_OUT', schoolAt: chosen.at } : {};
}

/** Why the referrer is asked. A file that was sent and is gone is a fault of ours, so it is told from one that cannot be used. */
function askedWhyOf({ ask }: Pick<Case, 'ask'>): string | undefined {
  return ask?.failed.some(({ code }) => code === EVIDENCE_LOST) ? EVIDENCE_LOST : ask?.why;
}

/** What the indexes show of a case beyond its own codes: never a name, a reason that was typed, or the token of its task. */
export function caseRow(theCase: Case): Row {
  const { task, parked, list, locality, suggestedBand } = theCase;
  return {
    kind: task?.kind,
    taskId: task?.id,
    due: task ? taskDueAt(task) : undefined,
    claimedBy: task?.claim ? actorId(task.claim.by) : undefined,
    waitingSince: waitingSince(theCase),
    round: task?.round,
    decidedAt: task?.decision?.decidedAt,
    why: parked?.why ?? (task?.kind === 'REFERRER' ? askedWhyOf(theCase) : undefined),
    ...withMore(list ? placeRow({ ...theCase, list }) : { band: suggestedBand, locality }, {
      ...schoolCopies(theCase),
      ...jointCopies(theCase),
    }),
    owedSince: deliverable(theCase.outbox).length > 0 ? theCase.updatedAt : undefined,
  };
}

/** What a list shows of the decision with other services, of a child who waits for what it is about. */
function jointCopies(theCase: Case): Pick<NonNullable<Row['more']>, 'joint'> {
  if (theCase.list?.pathway !== JOINT_PATHWAY || !theCase.joint) return {};
  if (isDecidedJointly(theCase)) return { joint: 'YES' };
  if (isJointOpen(theCase)) return { joint: 'OPEN' };
  return theCase.joint.decision ? { joint: 'NO' } : {};
}

function withMore(row: Row, more: NonNullable<Row['more']>): Row {
  return Object.keys(more).length > 0 ? { ...row, more: { ...row.more, ...more } } : row;
}

/**
 * What a list shows of a place that the case holds. Of a child who waits for an initial assessment also when it is booked with
 * whom, or that someone must decide.
 */
export function placeRow(theCase: Pick<Case, 'assessment'> & { readonly list: ListEntry }): Row {
  const row = entryRow(theCase.list);
  const copies = visitCopies(theCase);
  return copies ? { ...row, more: { ...row.more, ...copies } } : row;
}

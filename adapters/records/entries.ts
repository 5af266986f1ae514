import { isCanary } from '#domain/canary/mark.ts';
import type { Case } from '#domain/case/case.ts';
import { caseDueAt, caseRow, listKeyOf, schoolKeyOf, workKeyOf } from '#domain/case/index-keys.ts';
import { draftDueAt } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { type IncomingMail, mailQueue, mailRow } from '#domain/mail/incoming-mail.ts';
import { heldQueue } from '#domain/notices/hold.ts';
import { noticeDueAt } from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { MAIL_FAILED, reachedNoOne } from '#domain/notices/reached-no-one.ts';
import { todoDueAt } from '#domain/people/remind-todo.ts';
import { type Todo, todoQueue, todoRow } from '#domain/people/todo.ts';
import { type DueKind, pausedKey } from '#domain/process/indexes.ts';
import type { Pause } from '#domain/process/pause.ts';
import { supportDueAt, supportList, supportRow, supportWork } from '#domain/support/index-keys.ts';
import { type SlotClaim, slotDueAt } from '#domain/support/slot-claim.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { lettersKey, schoolKey } from './log-keys.ts';
import { copiesOf } from './rows.ts';

type Attributes = Record<string, unknown>;

/** The attributes that put a case into the indexes it belongs in: while anyone waits for anything of it, and by when its child starts school. */
export function caseEntries(theCase: Case): Attributes {
  if (isCanary(theCase)) return canaryEntries(theCase);
  const work = workKeyOf(theCase);
  const list = listKeyOf(theCase);
  const year = schoolKeyOf(theCase);
  const keys = {
    ...dueEntry('CASE', caseDueAt(theCase)),
    ...(work && { workKey: work.key, workDue: work.due }),
    ...(list && { listKey: list.key, listOrder: list.order }),
    ...(year !== undefined && { logKey: schoolKey(year), logAt: theCase.reference }),
  };
  return Object.keys(keys).length > 0 ? { ...keys, ...copiesOf(caseRow(theCase)) } : {};
}

/** Only the sweeper finds a referral of the canary: no queue, list or number shows it. */
function canaryEntries(theCase: Case): Attributes {
  const due = dueEntry('CASE', caseDueAt(theCase));
  return Object.keys(due).length > 0 ? { ...due, ...copiesOf(caseRow(theCase)) } : {};
}

/**
 * The attributes that bring a notice to the sweeper while it is unsettled, and that gather for the digest of a person what
 * waits for that. One that reached no one stands in a queue for operators.
 */
export function noticeEntries(notice: Notice): Attributes {
  const dueAt = noticeDueAt(notice);
  const { kind, taskId, attempts, to, heldUntil } = notice;
  if (dueAt === undefined) return reachedNoOne(notice) ? failedEntry(notice) : {};
  const gathered = heldUntil === undefined ? {} : { workKey: heldQueue(to), workDue: heldUntil };
  return { ...dueEntry('NOTICE', dueAt), ...gathered, ...copiesOf({ kind, taskId, attempts }) };
}

function failedEntry({ kind, taskId, claimedAt, settledAt = claimedAt, state, why = state }: Notice): Attributes {
  return { workKey: MAIL_FAILED, workDue: settledAt, ...copiesOf({ kind, taskId, why, waitingSince: settledAt }) };
}

/**
 * The attributes that put a TODO into the queue of those who must do it, and bring it to the sweeper, until it is done. A
 * letter that someone saw to stays in the log.
 */
export function todoEntries(todo: Todo): Attributes {
  if (todo.done) return todo.kind === 'PRINT_LETTER' ? letterEntry(todo, todo.done.at) : {};
  const inQueue = { workKey: todoQueue(todo.for), workDue: todo.due };
  return { ...inQueue, ...dueEntry('TODO', todoDueAt(todo)), ...copiesOf(todoRow(todo)) };
}

function letterEntry({ id, kind, why }: Todo, at: string): Attributes {
  return { logKey: lettersKey(londonDateOf(at).slice(0, 7)), logAt: at, ...copiesOf({ kind, taskId: id, why }) };
}

/** The attributes that bring a draft to the sweeper. */
export function draftEntries(draft: Draft): Attributes {
  return dueEntry('DRAFT', draftDueAt(draft));
}

/** The attributes that put a support into the indexes it belongs in; none once no one waits for anything of it. */
export function supportEntries(support: Support): Attributes {
  const [work, list] = [supportWork(support), supportList(support)];
  const keys = {
    ...dueEntry('SUPPORT', supportDueAt(support)),
    ...(work && { workKey: work.key, workDue: work.due }),
    ...(list && { listKey: list.key, listOrder: list.order }),
  };
  return Object.keys(keys).length > 0 ? { ...keys, ...copiesOf(supportRow(support)) } : {};
}

/** The attributes that put an email into the queue of those who read it, until it is closed. */
export function mailEntries(mail: IncomingMail): Attributes {
  const queue = mailQueue(mail);
  return queue === undefined ? {} : { workKey: queue, workDue: mail.receivedAt, ...copiesOf(mailRow(mail)) };
}

/** The attributes that bring the claim of a slot to the sweeper until its offer is known to have been made. */
export function slotEntries(slot: SlotClaim): Attributes {
  return dueEntry('SLOT', slotDueAt(slot));
}

/** The attributes that show a pause of this kind until it ends. */
export function pauseEntries(
  kind: DueKind,
  { attempts, since, why, until, failures, pausedFor, endedAt }: Pause,
): Attributes {
  if (endedAt !== undefined) return {};
  const more = failures === undefined ? undefined : { failures, ...(pausedFor === undefined ? {} : { pausedFor }) };
  return { dueKey: pausedKey(kind), dueAt: until, ...copiesOf({ attempts, waitingSince: since, why, more }) };
}

function dueEntry(kind: DueKind, dueAt: string | undefined): Attributes {
  return dueAt === undefined ? {} : { dueKey: kind, dueAt };
}

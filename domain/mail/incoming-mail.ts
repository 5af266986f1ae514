import * as z from 'zod';
import { type Actor, actorSchema } from '../people/actor.ts';
import type { Row } from '../process/rows.ts';
import { addDays, londonDateOf } from '../values/dates.ts';
import { sha256 } from '../values/hash.ts';
import { openCode, stored } from '../values/stored.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';

/** How many working days staff have to read an email and to end it. Source: local choice. */
const WORKING_DAYS = 2;
/** How many working days the sender has to fill in the form, once they were sent its link. Source: local choice. */
const FORM_WORKING_DAYS = 5;
/** How long an email is kept once it is closed, in days. */
const KEPT_DAYS = 28;

/** What an email may be closed as. No one closes it as anything else. */
export const mailOutcomeSchema = z.enum(['REFERRAL_ENTERED', 'QUESTION_ANSWERED', 'NOT_FOR_US']);
export type MailOutcome = z.infer<typeof mailOutcomeSchema>;

/** What is odd about an email: a machine sent it, or not all of it can be read here. */
export const mailSignSchema = z.enum([
  'AUTOMATIC',
  'SPAM',
  'VIRUS',
  'ENCRYPTED',
  'OUTLOOK_ONLY',
  'TOO_BIG',
  'UNREADABLE',
  'EMPTY',
  'FILES_LEFT',
]);
export type MailSign = z.infer<typeof mailSignSchema>;

/**
 * An email that came to the address of the service, or that a colleague uploaded. It holds codes and ids: what was written
 * stands in the bucket. It is open until a person closes it. A copy of another email needs no one.
 */
export const incomingMailSchema = stored({
  id: z.string(),
  version: z.int().min(1),
  /** Under which name it stands in the bucket. */
  object: z.string(),
  receivedAt: z.iso.datetime(),
  bytes: z.int().min(0),
  signs: z.array(openCode(mailSignSchema)),
  /** The ids of its files that are kept as evidence, in their order. */
  files: z.array(z.string()),
  /** Of which email it is a copy, by id. */
  copyOf: z.string().optional(),
  due: z.iso.datetime(),
  /** When someone first opened it. */
  openedAt: z.iso.datetime().optional(),
  /** That the form's link was sent to the sender: begun, and what came of it. */
  answered: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    state: openCode(z.enum(['BEGUN', 'SENT', 'REFUSED'])),
  }).optional(),
  /** The draft of the paper referral that was begun from it. */
  draft: z.string().optional(),
  closed: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    outcome: openCode(mailOutcomeSchema),
    /** The referral that it became. */
    reference: z.string().optional(),
  }).optional(),
  /** When every version of what was written was deleted. */
  deletedAt: z.iso.datetime().optional(),
});
export type IncomingMail = z.infer<typeof incomingMailSchema>;

/** The id of the email under this name in the bucket: it says nothing of the email, and the same name has the same id. */
export function mailIdOf(object: string): string {
  return sha256(object).slice(0, 12).toUpperCase();
}

/** Under what an email is named where others have the reference of a referral. */
export function mailReference({ id }: Pick<IncomingMail, 'id'>): string {
  return `MAIL-${id}`;
}

/** The id of a file of an email. No one guesses it, and the same file has the same one however often the email is taken in. */
export function mailFileId(object: string, place: number): string {
  return sha256(`mail file ${object} ${place}`).slice(0, 32);
}

/** What is known of an email when it is taken in. */
export type Taken = Pick<IncomingMail, 'object' | 'receivedAt' | 'bytes' | 'signs' | 'files'>;

/** The first version of an email: open, to be closed in two working days. */
export function takenMail(taken: Taken, calendar: WorkingCalendar): IncomingMail {
  const id = mailIdOf(taken.object);
  return { id, version: 1, ...taken, due: dueAfter(taken.receivedAt, WORKING_DAYS, calendar) };
}

/** The first version of a copy of another email, which is closed at once. */
export function copiedMail(taken: Taken, copyOf: string): IncomingMail {
  return { id: mailIdOf(taken.object), version: 1, ...taken, files: [], copyOf, due: taken.receivedAt };
}

/** Whether a person still has to do something about it. */
export function isMailOpen({ closed, copyOf }: Pick<IncomingMail, 'closed' | 'copyOf'>): boolean {
  return closed === undefined && copyOf === undefined;
}

/** The next version once someone has opened it; undefined where someone had. */
export function mailOpened(mail: IncomingMail, now: string): IncomingMail | undefined {
  return mail.openedAt === undefined && isMailOpen(mail) ? next(mail, { openedAt: now }) : undefined;
}

/** Whether the form's link may be sent to its sender: once, by a person, and never to a machine. */
export function mayAnswer(mail: IncomingMail): boolean {
  const isBarred = mail.signs.some((sign) => sign === 'AUTOMATIC' || sign === 'VIRUS');
  return isMailOpen(mail) && !isBarred && (mail.answered === undefined || mail.answered.state === 'REFUSED');
}

/** The next version in which the answer is begun, before it is sent; undefined where it may not be. */
export function answerBegun(mail: IncomingMail, by: Actor, now: string): IncomingMail | undefined {
  return mayAnswer(mail) ? next(mail, { answered: { at: now, by, state: 'BEGUN' } }) : undefined;
}

/** The next version with what came of the answer. Once it was sent, the sender has five working days to fill in the form. */
export function answerSettled(mail: IncomingMail, isSent: boolean, now: string, calendar: WorkingCalendar) {
  const { answered } = mail;
  if (answered?.state !== 'BEGUN') return undefined;
  const due = isSent ? { due: dueAfter(now, FORM_WORKING_DAYS, calendar) } : {};
  return next(mail, { answered: { ...answered, state: isSent ? 'SENT' : 'REFUSED' }, ...due });
}

/** The next version with the draft that was begun from it. */
export function draftBegun(mail: IncomingMail, draft: string): IncomingMail | undefined {
  return isMailOpen(mail) ? next(mail, { draft }) : undefined;
}

/** What a person closes an email as. */
export interface Closing {
  readonly outcome: MailOutcome;
  readonly reference?: string | undefined;
}

/** The next version, closed; undefined where someone was first. */
export function mailClosed(mail: IncomingMail, by: Actor, now: string, { outcome, reference }: Closing) {
  const of = reference === undefined ? {} : { reference };
  return isMailOpen(mail) ? next(mail, { closed: { at: now, by, outcome, ...of } }) : undefined;
}

/** When what was written is deleted: 28 days after it was closed, or after a copy came. Undefined while it is open. */
export function mailEndsAt({ closed, copyOf, receivedAt }: IncomingMail): string | undefined {
  const from = closed?.at ?? (copyOf === undefined ? undefined : receivedAt);
  return from === undefined ? undefined : new Date(Date.parse(from) + KEPT_DAYS * 86_400_000).toISOString();
}

/** The next version, without anything of it in the bucket. */
export function mailDeleted(mail: IncomingMail, now: string): IncomingMail {
  return next(mail, { files: [], deletedAt: now });
}

/** The queues of open emails, those that no one has opened apart. */
export const UNOPENED = 'MAIL_UNOPENED' as const;
export const OPENED = 'MAIL_OPENED';

/** In which queue an email stands; undefined once it is closed. */
export function mailQueue(mail: IncomingMail): string | undefined {
  if (!isMailOpen(mail)) return undefined;
  return mail.openedAt === undefined ? UNOPENED : OPENED;
}

/** What a queue shows of an email: its id and how old it is. */
export function mailRow({ id, due, receivedAt }: IncomingMail): Row {
  return { kind: 'MAIL', taskId: id, due, waitingSince: receivedAt };
}

function dueAfter(at: string, days: number, calendar: WorkingCalendar): string {
  const from = addWorkingDays(londonDateOf(at), days, calendar);
  // Until the end of that day: by the morning of the next.
  return workingMorning(addDays(from, 1), calendar);
}

function next(mail: IncomingMail, change: Partial<IncomingMail>): IncomingMail {
  return { ...mail, ...change, version: mail.version + 1 };
}

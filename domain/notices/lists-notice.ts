import type { Notice, NoticeKind } from './notice.ts';
import { noticeIdOf } from './notice.ts';
import type { Owed } from './plan.ts';

const KIND: NoticeKind = 'TEAM_LOOK_AT_LISTS';
const OF_SCHOOL: NoticeKind = 'TEAM_STARTING_SCHOOL';
const OF_MAIL: NoticeKind = 'TEAM_MAIL_WAITS';
const OF_OPENINGS: NoticeKind = 'TEAM_OPENING_WAITS';

/**
 * The notice that there is something new to look at on the lists: one a day to one manager, in their digest. It stands in the
 * ledger under the day in place of the reference of a referral, because it is about no one case.
 */
export function lookAtListsNotice(date: string, to: string): { readonly reference: string; readonly owed: Owed } {
  return { reference: `LISTS-${date}`, owed: { id: noticeIdOf(KIND, to), kind: KIND, to, hold: 'MORNING' } };
}

/** The same, that there is something to do for Starting School. */
export function startingSchoolNotice(date: string, to: string): { readonly reference: string; readonly owed: Owed } {
  return { reference: `LISTS-${date}`, owed: { id: noticeIdOf(OF_SCHOOL, to), kind: OF_SCHOOL, to, hold: 'MORNING' } };
}

/** The same, that emails to the address of the service wait to be read. */
export function mailWaitsNotice(date: string, to: string): { readonly reference: string; readonly owed: Owed } {
  return { reference: `LISTS-${date}`, owed: { id: noticeIdOf(OF_MAIL, to), kind: OF_MAIL, to, hold: 'MORNING' } };
}

/** The same, that no service manager has looked at a record that an operator opened. */
export function openingWaitsNotice(date: string, to: string): { readonly reference: string; readonly owed: Owed } {
  return {
    reference: `LISTS-${date}`,
    owed: { id: noticeIdOf(OF_OPENINGS, to), kind: OF_OPENINGS, to, hold: 'MORNING' },
  };
}

/** Whether an entry of the ledger is about the lists, Starting School, emails or openings that wait, so that it has no case. */
export function isOfLists({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === KIND || kind === OF_SCHOOL || kind === OF_MAIL || kind === OF_OPENINGS;
}

/** Whether it is about emails that wait. */
export function isOfMail({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === OF_MAIL;
}

/** What a digest says of emails that wait: how many there are. */
export const MAIL_WAITS = 'MAIL_WAITS';

/** Whether it is about records that operators opened. */
export function isOfOpenings({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === OF_OPENINGS;
}

/** What a digest says of records that operators opened: at how many no one has looked. */
export const OPENINGS_WAIT = 'OPENINGS_WAIT';

/** Whether it is about Starting School. */
export function isOfSchool({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === OF_SCHOOL;
}

/** Of how many children there is this to look at, by the code of what it is. Nothing in it names a child. */
export interface ListsLine {
  readonly prompt: string;
  readonly children: number;
}

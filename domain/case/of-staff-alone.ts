import type { CaseEvent, EventName } from './event.ts';

const ofStaffAlone: ReadonlySet<string> = new Set([
  'JOINT_AGREED',
  'JOINT_OPENED',
  'JOINT_VIEW_GIVEN',
  'JOINT_WITHDRAWN',
  'JOINT_DECIDED',
  'TASK_CLAIMED',
  'TASK_RELEASED',
  'TODO_HANDED_ON',
  'DUE_DATE_MOVED',
  'RESPONSIBILITY_RECORDED',
  'SAFE_PLACE_RECORDED',
  'SAFE_PLACE_REMOVED',
  'SAFE_CHANNEL_RECORDED',
  'SAFE_CHANNEL_CONFIRMED',
  'SAFE_CHANNEL_REFUSED',
  'MAY_HEAR_RECORDED',
  'CONTACT_RECORDED',
  'LETTER_NOT_POSTED',
  'BAND_CHANGED',
  'ASSESSMENT_BOOKED',
  'ASSESSMENT_MOVED',
  'ASSESSMENT_CANCELLED',
  'ASSESSMENT_MISSED',
  'ASSESSMENT_GOES_ON',
  'LIST_LEFT',
  'CLOSING_CHECKED',
  'LIST_RETURNED',
  'TO_SUPPORT',
  'FROM_CASE',
  'TOLD_APART',
  'SCHOOL_ENTRY_DEFERRED',
  'SCHOOL_CHOSEN',
  'SCHOOL_INVITED',
  'PLAY_INVITED',
  'SCHOOL_ANSWERED',
  'ASK_RECEIVED',
  'ASK_ANSWERED',
  'FAMILY_PAGE_AGREED',
  'FAMILY_PAGES_CLOSED',
  'FAMILY_PAGE_GIVEN',
] satisfies EventName[]);

/** Whether an event is about how staff share their work, or of the family's affairs alone, so that no one outside hears of it. */
export function isOfStaffAlone({ event }: Pick<CaseEvent, 'event'>): boolean {
  return ofStaffAlone.has(event);
}

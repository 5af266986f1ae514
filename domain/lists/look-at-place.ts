import { receptionStart } from '../rules/age.ts';
import type { Policy } from '../service/policy.ts';
import { addDays, daysBetween } from '../values/dates.ts';
import { promptsWhileWaiting } from './prompts-while-waiting.ts';

/** What is known of a child who waits, beside their place. Without a referral that can be read there is no birth date. */
export interface ChildWhoWaits {
  readonly dob: string | undefined;
  readonly settingHoursAtReferral: number | undefined;
  readonly settingHoursNow: number | undefined;
  /** When the child was assessed, by whoever it was. */
  readonly assessedOn: readonly string[];
  /** The day of an initial assessment that is booked, done or not. */
  readonly visitOn?: string | undefined;
  /** When the family accepted a place, where support has not begun since. */
  readonly saidYesOn?: string | undefined;
}

/** For so many days a family can wait for the first day of a place that they accepted before someone is to look. */
const BEGIN_WITHIN_DAYS = 28;

/** For so many days a colleague can be late to record what came of a visit before someone is to look. */
const RECORD_WITHIN_DAYS = 3;

/** The dates of a place that are looked at. */
export interface DatesOfPlace {
  readonly referralDate: string;
  readonly targetOn: string;
}

/**
 * What people should look at on this day while a child waits, as codes in a fixed order. It says nothing of eligibility, which
 * was fixed at referral, and takes no one off a list (RULES, order).
 */
export function promptsOn(today: string, place: DatesOfPlace, child: ChildWhoWaits, policy: Policy): string[] {
  return [
    ...ofChild(today, place, child, policy),
    ...(isStale(today, child, policy) ? ['ASSESSMENT_STALE'] : []),
    ...(isNotRecorded(today, child) ? ['VISIT_NOT_RECORDED'] : []),
    ...(isNotBegun(today, child) ? ['YES_AND_NOT_BEGUN'] : []),
    ...ofTarget(today, place, policy),
  ];
}

function ofChild(today: string, { referralDate }: DatesOfPlace, child: ChildWhoWaits, policy: Policy): string[] {
  const { dob, settingHoursAtReferral, settingHoursNow } = child;
  if (dob === undefined) return [];
  const hours = {
    ...(settingHoursAtReferral === undefined ? {} : { settingHoursAtReferral }),
    ...(settingHoursNow === undefined ? {} : { settingHoursNow }),
  };
  const { prompts } = promptsWhileWaiting({ dob, referralDate, checkedOn: today, ...hours }, policy);
  const isSchoolBefore = receptionStart(dob, policy) < blockEnd(today, policy);
  return [...prompts, ...(isSchoolBefore ? ['STARTS_SCHOOL_BEFORE_A_BLOCK_WOULD_END'] : [])];
}

/** The day after the last week of a whole block of weekly sessions that began today. Source: RULES, home visiting. */
function blockEnd(today: string, { maxSessions }: Policy): string {
  return addDays(today, maxSessions * 7);
}

/** Stale once the newest assessment is older than the policy's days; an initial assessment by the team counts too. */
function isStale(today: string, { assessedOn }: ChildWhoWaits, { staleAssessmentDays }: Policy): boolean {
  const newest = [...assessedOn].sort().at(-1);
  return newest !== undefined && newest <= today && daysBetween(newest, today) > staleAssessmentDays;
}

function isNotRecorded(today: string, { visitOn }: ChildWhoWaits): boolean {
  return visitOn !== undefined && daysBetween(visitOn, today) >= RECORD_WITHIN_DAYS;
}

function isNotBegun(today: string, { saidYesOn }: ChildWhoWaits): boolean {
  return saidYesOn !== undefined && daysBetween(saidYesOn, today) >= BEGIN_WITHIN_DAYS;
}

function ofTarget(today: string, { targetOn }: DatesOfPlace, { waitNearDays }: Policy): string[] {
  if (today > targetOn) return ['OVER_TARGET'];
  return daysBetween(today, targetOn) <= waitNearDays ? ['TARGET_NEAR'] : [];
}

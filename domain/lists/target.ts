import type { Policy } from '../service/policy.ts';
import { addDays, addMonthsClamped } from '../values/dates.ts';

/**
 * The last day on which support begins in time: so many calendar months after acceptance, 31 August to 28 February. An aim,
 * never a promise; no move, hold or change of list alters it (RULES, clock).
 */
export function targetDate(acceptedOn: string, policy: Policy): string {
  return addMonthsClamped(acceptedOn, policy.waitTargetMonths);
}

/** The first day that is over the aim: the day after the target date. */
export function breachOn(acceptedOn: string, policy: Policy): string {
  return addDays(targetDate(acceptedOn, policy), 1);
}

/** Whether support began (or, while it has not, today lies) after the target date; the target date itself is in time. */
export function isOverTarget(acceptedOn: string, beganOn: string | null, today: string, policy: Policy): boolean {
  return (beganOn ?? today) >= breachOn(acceptedOn, policy);
}

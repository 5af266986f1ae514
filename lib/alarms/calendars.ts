import { sweeperNumbers } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** As early as a team or an operator needs to enter the next dates without haste, in days. */
const SOON = 60;
/** As early as those who maintain the software need to move to another runtime, in days. */
const HALF_A_YEAR = 180;

/** What runs out one day if no one sees to it. Each rings until there is more. */
export function calendarWarnings({
  stackName,
  calendarNotFollowed,
}: Pick<Watched, 'stackName' | 'calendarNotFollowed'>): Warning[] {
  const sweeperNumber = sweeperNumbers(stackName);
  return [
    {
      name: 'CalendarNotFollowed',
      impact: 'A meeting was moved, and open referrals still show the old date: one may be left out of its meeting.',
      metric: calendarNotFollowed,
      atLeast: 1,
      periods: 3,
    },
    {
      name: 'BankHolidaysRunOut',
      impact:
        'Soon people are reminded on bank holidays, when no one is at work, and referrers are told to answer on them.',
      metric: sweeperNumber('BankHolidayDaysLeft'),
      atMost: SOON,
    },
    {
      name: 'MeetingsRunOut',
      impact: 'Soon no meeting of the triage team is known: a referral that is put off has no date to come back on.',
      metric: sweeperNumber('MeetingDaysLeft'),
      atMost: SOON,
    },
    {
      name: 'TermsRunOut',
      impact: 'Soon no term is known: after the last one no visit or group has a date, and no place can be offered.',
      metric: sweeperNumber('TermDaysLeft'),
      atMost: SOON,
    },
    {
      name: 'RuntimeEnds',
      impact: 'In half a year AWS stops looking after what runs the service. Later no fault in it can be mended.',
      metric: sweeperNumber('RuntimeDaysLeft'),
      atMost: HALF_A_YEAR,
    },
  ];
}

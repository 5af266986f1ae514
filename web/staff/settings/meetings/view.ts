import type { MeetingsResult } from '#application/meetings/change-meetings.ts';
import type { MeetingCommand } from '#application/meetings/meeting-command.ts';
import { isPastMeeting, type Meeting } from '#domain/people/meetings.ts';
import type { Team } from '#domain/people/team.ts';
import { londonInstant, plainDate, timeInWords } from '#domain/values/dates.ts';
import { inCommandWords } from '../../../components/command-words.ts';
import { dateIn } from '../../../components/typed-date.ts';
import { readTime } from '../../../components/typed-time.ts';
import type { FormFields } from '../../../http/form-body.ts';
import type { SettingsProblem } from '../problems.ts';
import { refusalWords } from '../words.ts';
import { meetingFaultWords } from './words.ts';

const PAST_SHOWN = 12;

/** A meeting as people say it: 6 October 2026, 9:30am to 11am. */
export function meetingInWords({ on, from, until }: Meeting): string {
  const time = (at: string) => timeInWords(londonInstant(on, at));
  return `${plainDate(on)}, ${time(from)} to ${time(until)}`;
}

/** The calendar as the settings show it: the next meeting first, then those that are over, the latest first. */
export function calendarView({ meetings = [] }: Team, now: string) {
  const shown = meetings.map((meeting) => ({ on: meeting.on, said: meetingInWords(meeting) }));
  const isPast = (_: unknown, n: number) => isPastMeeting(meetings[n] ?? { on: '' }, now);
  return {
    toCome: shown.filter((one, n) => !isPast(one, n)),
    past: shown.filter(isPast).slice(-PAST_SHOWN).reverse(),
  };
}

/** What is wrong with a change of the calendar, each at its control; empty when it was made. */
export function meetingProblems(result: MeetingsResult): SettingsProblem[] {
  if ('refused' in result) return [refusalWords[result.refused]];
  if (!('problems' in result)) return [];
  return inCommandWords(meetingFaultWords, result.problems).map(({ path, message }) => ({
    path: path === 'first' || path === 'last' ? `${path}-day` : path,
    message,
  }));
}

/** The meetings that the form for new ones asks for. */
export function meetingsTyped(fields: FormFields): MeetingCommand {
  const added = { first: dateIn(fields, 'first'), ...timesTyped(fields) };
  const { everyWeeks = '' } = fields;
  if (everyWeeks === 'ONCE') return { change: 'ADD', ...added };
  return { change: 'ADD_SERIES', ...added, everyWeeks, last: dateIn(fields, 'last') };
}

/** The times of a meeting as they were typed, read as people write them. */
export function timesTyped({ from = '', until = '' }: FormFields) {
  return { from: readTime(from) ?? from, until: readTime(until) ?? until };
}

import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { namingParts, wrongDates } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { changedAt, changesInWords } from './changed.ts';
import { calendarView, meetingProblems, meetingsTyped } from './view.ts';
import { howOften, meetingSettingsWords } from './words.ts';

const seriesDates = new Map([
  ['first', meetingSettingsWords.firstCalled],
  ['last', meetingSettingsWords.lastCalled],
]);

interface Shown extends TypedSettings {
  /** What came of the change that was just made. */
  readonly changes?: readonly string[];
}

/** GET: the calendar of meetings, with the form for new ones. */
export function getMeetingDates(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    return datesPage(deps, access, { form: {}, problems: [], changes: changesInWords(query) });
  };
}

/** POST: one meeting more, or a series. What was typed stays where something is wrong. */
export function postMeetingDates(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const result = await deps.changeMeetings(meetingsTyped(fields), access.actor, Number(fields.version));
    if (!('team' in result)) {
      const team = await deps.readTeam();
      const problems = namingParts(meetingProblems(result), fields, seriesDates);
      return datesPage(deps, { ...access, team }, { form: fields, problems });
    }
    return seeOther(absoluteUrl(deps.baseUrl, changedAt(result)));
  };
}

/** The calendar as it is now, with the form for new meetings as it was typed. */
export function datesPage(deps: StaffDeps, access: AreaAccess, { form, problems, changes = [] }: Shown): HttpResponse {
  const calendar = calendarView(access.team, deps.now());
  return settingsPage(deps, access, {
    ...{ form, problems },
    template: 'staff/settings/meetings/dates.njk',
    title: meetingSettingsWords.title,
    saved: calendar.toCome.map(({ said }) => ({ label: meetingSettingsWords.inCalendar, said })),
    data: {
      ...calendar,
      changes,
      wrong: wrongDates(problems, seriesDates.keys()),
      ...{ howOften, often: form.everyWeeks ?? 'ONCE', words: meetingSettingsWords, settingsWords },
    },
  });
}

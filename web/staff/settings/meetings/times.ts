import { isPastMeeting } from '#domain/people/meetings.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { changedAt } from './changed.ts';
import { datesPage } from './page.ts';
import { meetingInWords, meetingProblems, timesTyped } from './view.ts';
import { meetingSettingsWords } from './words.ts';

/** GET: one meeting to come, with the forms that change its times or remove it. */
export function getMeeting(deps: StaffDeps) {
  return async (access: AreaAccess, { on = '' }: Parameters): Promise<HttpResponse> =>
    meetingPage(deps, access, on, { form: {}, problems: [] });
}

/** POST of one of the forms. What someone has changed since is shown, and nothing is saved over it. */
export function postMeeting(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { on = '' }: Parameters): Promise<HttpResponse> => {
    const command =
      fields.change === 'REMOVE'
        ? ({ change: 'REMOVE', on } as const)
        : ({ change: 'CHANGE', on, ...timesTyped(fields) } as const);
    const result = await deps.changeMeetings(command, access.actor, Number(fields.version));
    if ('team' in result) return seeOther(absoluteUrl(deps.baseUrl, changedAt(result)));
    const team = await deps.readTeam();
    const typed = { form: fields, problems: meetingProblems(result) };
    const isGone = !team.meetings?.some((one) => one.on === on);
    return isGone
      ? goneMeeting(deps, { ...access, team }, on, typed)
      : meetingPage(deps, { ...access, team }, on, typed);
  };
}

/** A colleague has removed it: the calendar, with the form for a new meeting filled in as it was typed. */
function goneMeeting(deps: StaffDeps, access: AreaAccess, on: string, { form, problems }: TypedSettings): HttpResponse {
  const [year = '', month = '', day = ''] = on.split('-');
  const again = { ...form, 'first-day': day, 'first-month': month, 'first-year': year };
  return datesPage(deps, access, { form: again, problems });
}

function meetingPage(deps: StaffDeps, access: AreaAccess, on: string, typed: TypedSettings): HttpResponse {
  const meeting = access.team.meetings?.find((one) => one.on === on);
  if (!meeting || isPastMeeting(meeting, deps.now())) return notFound(deps);
  const { from, until } = { ...meeting, ...typed.form };
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/meetings/times.njk',
    title: meetingSettingsWords.meetingOn(plainDate(on)),
    saved: [{ label: meetingSettingsWords.theMeeting, said: meetingInWords(meeting) }],
    isButton: typed.form.change === 'REMOVE',
    data: { on, from, until, words: meetingSettingsWords, settingsWords },
  });
}

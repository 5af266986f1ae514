import { isPastMeeting } from '#domain/people/meetings.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import type { SettingsProblem } from '../problems.ts';
import { changesOf } from '../view.ts';
import { settingsWords } from '../words.ts';
import { meetingProblems, timesTyped } from './view.ts';
import { meetingSettingsWords } from './words.ts';

/** GET: one meeting to come, with the forms that change its times or remove it. */
export function getMeeting(deps: StaffDeps) {
  return async (access: AreaAccess, { on = '' }: Parameters): Promise<HttpResponse> =>
    meetingPage(deps, access, on, {}, []);
}

/** POST of one of the forms. What someone has changed since is shown, and nothing is saved over it. */
export function postMeeting(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { on = '' }: Parameters): Promise<HttpResponse> => {
    const command =
      fields.change === 'REMOVE'
        ? ({ change: 'REMOVE', on } as const)
        : ({ change: 'CHANGE', on, ...timesTyped(fields) } as const);
    const result = await deps.changeMeetings(command, access.actor, Number(fields.version));
    if ('team' in result) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings/meetings'));
    const team = await deps.readTeam();
    return meetingPage(deps, { ...access, team }, on, fields, meetingProblems(result));
  };
}

function meetingPage(
  deps: StaffDeps,
  access: AreaAccess,
  on: string,
  form: FormFields,
  problems: readonly SettingsProblem[],
): HttpResponse {
  const { team } = access;
  const meeting = team.meetings?.find((one) => one.on === on);
  if (!meeting || isPastMeeting(meeting, deps.now())) return notFound(deps);
  const isStale = problems.some(({ path }) => path === 'change');
  const { from, until } = isStale ? meeting : { ...meeting, ...form };
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: isStale ? 409 : problems.length > 0 ? 422 : 200,
    template: 'staff/settings/meetings/times.njk',
    title: meetingSettingsWords.meetingOn(plainDate(on)),
    data: {
      ...{ on, from, until, version: team.version, words: meetingSettingsWords, settingsWords },
      problems: isStale ? [] : problems,
      stale: isStale ? changesOf(team, Number(form.version)) : null,
    },
  });
}

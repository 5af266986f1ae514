import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import type { SettingsProblem } from '../problems.ts';
import { changesOf } from '../view.ts';
import { settingsWords } from '../words.ts';
import { calendarView, meetingProblems, meetingsTyped } from './view.ts';
import { howOften, meetingSettingsWords } from './words.ts';

const HERE = '/staff/settings/meetings';

interface Shown {
  readonly form: FormFields;
  readonly problems: readonly SettingsProblem[];
  /** Dates of the series that was just added on which the service is closed. */
  readonly closed?: readonly string[];
}

/** GET: the calendar of meetings, with the form for new ones. */
export function getMeetingDates(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const closed = (query.leftOut ?? '').split(' ').filter((on) => /^\d{4}-\d\d-\d\d$/.test(on));
    return datesPage(deps, access, { form: {}, problems: [], closed });
  };
}

/** POST: one meeting more, or a series. What was typed stays where something is wrong. */
export function postMeetingDates(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const result = await deps.changeMeetings(meetingsTyped(fields), access.actor, Number(fields.version));
    if (!('team' in result)) {
      const team = await deps.readTeam();
      return datesPage(deps, { ...access, team }, { form: fields, problems: meetingProblems(result) });
    }
    const leftOut = result.closed.length > 0 ? `?leftOut=${result.closed.join('+')}` : '';
    return seeOther(absoluteUrl(deps.baseUrl, `${HERE}${leftOut}`));
  };
}

function datesPage(deps: StaffDeps, access: AreaAccess, { form, problems, closed = [] }: Shown): HttpResponse {
  const { team } = access;
  const isStale = problems.some(({ path }) => path === 'change');
  const wrong = (at: string) => problems.find(({ path }) => path === at)?.message;
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: isStale ? 409 : problems.length > 0 ? 422 : 200,
    template: 'staff/settings/meetings/dates.njk',
    title: meetingSettingsWords.title,
    data: {
      ...{ version: team.version, form, problems: problems.filter(({ path }) => path !== 'change') },
      stale: isStale ? changesOf(team, Number(form.version)) : null,
      ...calendarView(team, deps.now()),
      skipped: closed.length > 0 ? meetingSettingsWords.skipped(closed.map(plainDate).join(', ')) : '',
      wrong: { first: wrong('first-day'), last: wrong('last-day') },
      ...{ howOften, often: form.everyWeeks ?? 'ONCE', words: meetingSettingsWords, settingsWords },
    },
  });
}

import { dayInWords, townInWords } from '#domain/people/stay-and-play.ts';
import type { Team } from '#domain/people/team.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { timesTyped } from '../meetings/view.ts';
import { problemsOf } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { venueFactFields, venueFactsOf, venueFactsTyped, venueFactWords } from '../venue-facts.ts';
import { settingsWords } from '../words.ts';
import { townWords } from './words.ts';

/** GET: when and where Stay and Play is in each town, and the form to change it, filled in for the town in the address. */
export function getTowns(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const set = access.team.stayAndPlay?.find((one) => one.town === query.town);
    const { day, from, until, venue } = set ?? {};
    const form = { town: set?.town ?? query.town, day, from, until, venue, ...venueFactFields(set?.facts) };
    return townsPage(deps, access, { form, problems: [] });
  };
}

/** POST: letters say this of one town from now on. What someone has changed since is shown, and nothing is saved over it. */
export function postTowns(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { town = '', day = '', venue = '', version } = fields;
    const command =
      fields.change === 'REMOVE'
        ? ({ change: 'TOWN_REMOVED', town } as const)
        : ({ change: 'TOWN', town, day, ...timesTyped(fields), venue, ...venueFactsTyped(fields) } as const);
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings/towns'));
    return townsPage(deps, { ...access, team: await deps.readTeam() }, { form: fields, problems });
  };
}

function townsPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const lines = linesOf(access.team);
  const one = lines.filter(({ town }) => town === typed.form.town);
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/towns/towns.njk',
    title: settingsWords.towns,
    saved: one.map(({ town, said }) => ({ label: town, said: said || townWords.notSet })),
    isButton: typed.form.change === 'REMOVE',
    data: {
      ...{ words: townWords, settingsWords, lines, factWords: venueFactWords, facts: venueFactsOf(typed.form) },
      towns: localitySchema.options.map((town) => ({ value: town, label: town })),
      days: weekdays.map((day) => ({ value: day, label: dayInWords(day) })),
    },
  });
}

/** Every town, with when and where it is there if the team has said so. */
function linesOf({ stayAndPlay = [] }: Team) {
  return localitySchema.options.map((town) => {
    const set = stayAndPlay.find((one) => one.town === town);
    const said = set ? townInWords(set) : '';
    return { town, said: `${said.slice(0, 1).toUpperCase()}${said.slice(1)}` };
  });
}

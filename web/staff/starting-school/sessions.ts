import { datesInWords, hoursInWords, SCHOOL_SESSIONS } from '#domain/people/school-sessions.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { dateIn } from '../../components/typed-date.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { timesTyped } from '../settings/meetings/view.ts';
import { namingParts, problemsOf, wrongDates } from '../settings/problems.ts';
import { settingsPage, type TypedSettings } from '../settings/settings-page.ts';
import { townWords } from '../settings/towns/words.ts';
import { venueFactFields, venueFactsOf, venueFactsTyped, venueFactWords } from '../settings/venue-facts.ts';
import { settingsWords } from '../settings/words.ts';
import { SCHOOL_AT, SESSIONS_AT, yearIn } from './address.ts';
import { schoolWords as words } from './words.ts';

const NTH = Array.from({ length: SCHOOL_SESSIONS }, (_, n) => n);
const boxOf = (n: number) => `on${n + 1}`;
const called = new Map(NTH.map((n) => [boxOf(n), words.nth(n + 1)]));

/** GET: the dates of a year by town, and the form to change them, filled in for the town in the address. */
export function getSessions(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const year = yearIn(query.year, deps.now());
    const set = access.team.startingSchool?.find((one) => one.year === year && one.town === query.town);
    const { from, until, venue } = set ?? {};
    const form = { town: query.town, from, until, venue, ...venueFactFields(set?.facts), ...dateFields(set?.on) };
    return sessionsPage(deps, access, year, { form, problems: [] });
  };
}

/** POST: the dates of one town and year. What someone has changed since is shown, and nothing is saved over it. */
export function postSessions(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const year = yearIn(fields.year, deps.now());
    const { town = '', venue = '', version } = fields;
    const on = NTH.map((n) => dateIn(fields, boxOf(n)));
    const command =
      fields.change === 'REMOVE'
        ? ({ change: 'SCHOOL_REMOVED', town, year } as const)
        : ({ change: 'SCHOOL', town, year, on, ...timesTyped(fields), venue, ...venueFactsTyped(fields) } as const);
    const found = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    const atBoxes = found.map((one) => ({ ...one, path: one.path.replace(/^on\W+(\d+)\W*$/, atBox) }));
    const problems = namingParts(atBoxes, fields, called);
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, `${SESSIONS_AT}?year=${year}`));
    return sessionsPage(deps, { ...access, team: await deps.readTeam() }, year, { form: fields, problems });
  };
}

const atBox = (_: string, n: string) => `${boxOf(Number(n))}-day`;

function dateFields(on: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    on.flatMap((date, n) => {
      const [year = '', month = '', day = ''] = date.split('-');
      const box = boxOf(n);
      return [
        [`${box}-day`, String(Number(day))],
        [`${box}-month`, String(Number(month))],
        [`${box}-year`, year],
      ];
    }),
  );
}

function sessionsPage(deps: StaffDeps, access: AreaAccess, year: number, typed: TypedSettings): HttpResponse {
  const lines = localitySchema.options.map((town) => {
    const set = access.team.startingSchool?.find((one) => one.year === year && one.town === town);
    return { town, said: set ? `${datesInWords(set).join(', ')}. ${hoursInWords(set)}` : '' };
  });
  const { form } = typed;
  const wrong = wrongDates(typed.problems, called.keys());
  return settingsPage(deps, access, {
    ...typed,
    ...{ here: SCHOOL_AT, template: 'staff/starting-school/sessions.njk', title: words.sessionsTitle },
    saved: lines
      .filter(({ town }) => town === form.town)
      .map(({ town, said }) => ({ label: town, said: said || words.notSet })),
    isButton: form.change === 'REMOVE',
    data: {
      ...{ words, settingsWords, townWords, lines, year, at: SESSIONS_AT, back: `${SCHOOL_AT}?year=${year}` },
      ...{ factWords: venueFactWords, facts: venueFactsOf(form) },
      towns: localitySchema.options.map((town) => ({ value: town, label: town })),
      boxes: NTH.map((n) => {
        const box = boxOf(n);
        const part = (which: string) => form[`${box}-${which}`];
        return {
          ...{ id: box, label: words.nth(n + 1), ...(wrong[box] ?? { message: undefined, parts: [] }) },
          typed: { day: part('day'), month: part('month'), year: part('year') },
        };
      }),
    },
  });
}

import { lettersNow } from '#domain/people/letters.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { problemsOf, type SettingsProblem } from '../problems.ts';
import { changesOf } from '../view.ts';
import { settingsWords } from '../words.ts';
import { letterWords } from './words.ts';

/** GET: what emails say of how to reach the team and of who signs, and the form to change it. */
export function getLetters(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => lettersPage(deps, access, {}, []);
}

/** POST: emails say this from now on. What someone has changed since is shown first, and nothing is saved over it. */
export function postLetters(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { phone = '', hours = '', email = '', signatory = '', version } = fields;
    const command = { change: 'LETTERS', phone, hours, email, signatory } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings'));
    return lettersPage(deps, { ...access, team: await deps.readTeam() }, fields, problems);
  };
}

function lettersPage(
  deps: StaffDeps,
  access: AreaAccess,
  typed: FormFields,
  problems: readonly SettingsProblem[],
): HttpResponse {
  const { team } = access;
  const isStale = problems.some(({ path }) => path === 'change');
  const now = lettersNow(team, deps.config);
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: isStale ? 409 : problems.length > 0 ? 422 : 200,
    template: 'staff/settings/letters/letters.njk',
    title: settingsWords.letters,
    data: {
      ...{ version: team.version, form: isStale ? now : { ...now, ...typed }, words: letterWords, settingsWords },
      problems: isStale ? [] : problems,
      stale: isStale ? changesOf(team, Number(typed.version)) : null,
    },
  });
}

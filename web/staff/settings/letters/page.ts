import { lettersNow } from '#domain/people/letters.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { problemsOf } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { letterWords } from './words.ts';

/** GET: what emails say of how to reach the team and of who signs, and the form to change it. */
export function getLetters(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => lettersPage(deps, access, { form: {}, problems: [] });
}

/** POST: emails say this from now on. What someone has changed since is shown beside it, and nothing is saved over it. */
export function postLetters(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { phone = '', hours = '', email = '', signatory = '', version } = fields;
    const command = { change: 'LETTERS', phone, hours, email, signatory } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings'));
    return lettersPage(deps, { ...access, team: await deps.readTeam() }, { form: fields, problems });
  };
}

function lettersPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const now = lettersNow(access.team, deps.config);
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/letters/letters.njk',
    title: settingsWords.letters,
    saved: [
      { label: letterWords.phone, said: now.phone },
      { label: letterWords.hours, said: now.hours },
      { label: letterWords.email, said: now.email },
      { label: letterWords.signs, said: now.signatory ?? settingsWords.noOne },
    ],
    data: { form: { ...now, ...typed.form }, words: letterWords, settingsWords },
  });
}

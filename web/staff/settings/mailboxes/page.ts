import { mailboxesNow } from '#domain/people/mailboxes.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { problemsOf } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { mailboxWords } from './words.ts';

/** GET: the mailboxes of teams, with the form to change them, and which ones only a deployment changes. */
export function getMailboxes(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => mailboxesPage(deps, access, { form: {}, problems: [] });
}

/** POST: emails go there from now on. What someone has changed since is shown beside it, and nothing is saved over it. */
export function postMailboxes(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { duty = '', advisoryTeachers = '', version } = fields;
    const command = { change: 'MAILBOXES', duty, advisoryTeachers } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings'));
    return mailboxesPage(deps, { ...access, team: await deps.readTeam() }, { form: fields, problems });
  };
}

function mailboxesPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const now = mailboxesNow(access.team, deps.config);
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/mailboxes/mailboxes.njk',
    title: settingsWords.mailboxes,
    saved: [
      { label: mailboxWords.duty, said: now.duty },
      { label: mailboxWords.advisoryTeachers, said: now.advisoryTeachers },
    ],
    data: {
      form: { duty: now.duty, advisoryTeachers: now.advisoryTeachers, ...typed.form },
      sender: mailboxWords.sender(deps.config.sender),
      ...{ words: mailboxWords, settingsWords },
    },
  });
}

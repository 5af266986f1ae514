import type { SetService } from '#domain/people/services.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { problemsOf } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { serviceWords } from './words.ts';

export const SERVICES_AT = '/staff/settings/services';

/** GET: the services to which triage can redirect, and a form: for the one in the address, or for one more. */
export function getServices(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { code, name, mailbox, isOffered = true, decides } = serviceOf(access, query.code) ?? {};
    const form = {
      code,
      name,
      mailbox,
      ...(isOffered ? { offered: 'YES' } : {}),
      ...(decides ? { decides: 'YES' } : {}),
    };
    return servicesPage(deps, access, { form, problems: [] });
  };
}

/** POST: it can be chosen from now on. What someone has changed since is shown beside it, and nothing is saved over it. */
export function postServices(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { code = '', name = '', mailbox = '', offered, decides, version } = fields;
    const flags = { isOffered: offered === 'YES', decides: decides === 'YES' };
    const command = { change: 'SERVICE', code, name, mailbox, ...flags } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, SERVICES_AT));
    return servicesPage(deps, { ...access, team: await deps.readTeam() }, { form: fields, problems });
  };
}

function serviceOf({ team }: Pick<AreaAccess, 'team'>, code: string | undefined): SetService | undefined {
  return team.services?.find((one) => one.code === code);
}

function servicesPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const { services = [] } = access.team;
  const lines = services.map(({ code, name, mailbox, isOffered, decides = false }) => {
    return { code, name, said: serviceWords.line(mailbox, isOffered, decides) };
  });
  const one = serviceOf(access, typed.form.code);
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/services/services.njk',
    title: settingsWords.services,
    saved: lines.map(({ name, said }) => ({ label: name, said })),
    data: {
      ...{ words: serviceWords, settingsWords, lines, at: SERVICES_AT },
      heading: one ? serviceWords.changeOf(one.name) : serviceWords.add,
    },
  });
}

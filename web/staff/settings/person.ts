import type { TeamCommand } from '#application/access/team-command.ts';
import { personById } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { roleChoices } from '../../components/record/role-words.ts';
import { dateOf } from '../../components/typed-date.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { problemsOf, type SettingsProblem } from './problems.ts';
import { changesOf, leaveInWords } from './view.ts';
import { settingsWords } from './words.ts';

interface Typed {
  readonly form: FormFields;
  readonly problems: readonly SettingsProblem[];
}

/** GET: what can be changed of one person, a form each. */
export function getPerson(deps: StaffDeps) {
  return async (access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> =>
    personPage(deps, access, id, { form: {}, problems: [] });
}

/** POST of one of the forms. What someone has changed since is shown, and nothing is saved over it. */
export function postPerson(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const command = commandIn(fields, id, access);
    if (!command) return notFound(deps);
    const result = await deps.changeTeam(command, access.actor, Number(fields.version));
    const problems = problemsOf(result);
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, `/staff/settings/people/${id}`));
    const team = await deps.readTeam();
    return personPage(deps, { ...access, team }, id, { form: fields, problems });
  };
}

function personPage(deps: StaffDeps, access: AreaAccess, id: string, { form, problems }: Typed): HttpResponse {
  const { team } = access;
  const person = personById(team, id);
  if (!person?.isActive) return notFound(deps);
  const today = londonDateOf(deps.now());
  const isStale = problems.some(({ path }) => path === 'change');
  const others = team.people.filter((other) => other.isActive && other.id !== id);
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: isStale ? 409 : problems.length > 0 ? 422 : 200,
    template: 'staff/settings/person.njk',
    title: person.name,
    data: {
      ...{ id, version: team.version, form, problems: problems.filter(({ path }) => path !== 'change') },
      stale: isStale ? changesOf(team, Number(form.version)) : null,
      mailbox: form.change === 'MAILBOX' && !isStale ? form.mailbox : person.mailbox,
      roles: roleChoices.map((choice) => ({ ...choice, isTheirs: person.roles.some((role) => role === choice.value) })),
      leave: person.leave.flatMap((days, n) => (days.to >= today ? [{ n, said: leaveInWords(days) }] : [])),
      deputies: others.map((other) => ({ value: other.id, label: other.name })),
      deputy: person.deputy ?? '',
      wrong: { from: messageAt(problems, 'from-day'), to: messageAt(problems, 'to-day') },
      words: settingsWords,
    },
  });
}

/** The change that one of the forms asks for; undefined for a form that is none of them. */
function commandIn(fields: FormFields, id: string, { team }: AreaAccess): TeamCommand | undefined {
  const known = personById(team, id)?.leave ?? [];
  switch (fields.change) {
    case 'MAILBOX':
      return { change: 'MAILBOX', id, mailbox: fields.mailbox ?? '' };
    case 'ROLES':
      return { change: 'ROLES', id, roles: rolesIn(fields) };
    case 'DEPUTY':
      return { change: 'DEPUTY', id, deputy: fields.deputy ?? '' };
    case 'LEAVE':
      return { change: 'LEAVE', id, leave: [...known, { from: dayIn(fields, 'from'), to: dayIn(fields, 'to') }] };
    case 'NO_LEAVE':
      return { change: 'LEAVE', id, leave: known.filter((_days, n) => String(n) !== fields.n) };
    default:
      return undefined;
  }
}

function messageAt(problems: readonly SettingsProblem[], at: string): string | undefined {
  return problems.find(({ path }) => path === at)?.message;
}

/** A checkbox a role, each under a name of its own: `role-TRIAGER`. */
export function rolesIn(fields: FormFields): string[] {
  return roleChoices.map(({ value }) => value).filter((role) => fields[`role-${role}`] !== undefined);
}

function dayIn(fields: FormFields, name: string): string {
  const part = (which: string) => fields[`${name}-${which}`]?.trim() ?? '';
  return dateOf({ day: part('day'), month: part('month'), year: part('year') }) ?? '';
}

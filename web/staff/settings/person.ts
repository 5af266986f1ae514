import type { TeamCommand } from '#application/access/team-command.ts';
import type { Person } from '#domain/people/person.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { roleChoices } from '../../components/record/role-words.ts';
import { dateIn } from '../../components/typed-date.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { namingParts, problemsOf, wrongDates } from './problems.ts';
import { type SavedNow, settingsPage, type TypedSettings } from './settings-page.ts';
import { leaveInWords, mailFailsInWords, personView } from './view.ts';
import { settingsWords } from './words.ts';

const leaveDates = new Map([
  ['from', settingsWords.firstAway],
  ['to', settingsWords.lastAway],
]);

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
    const problems = namingParts(problemsOf(result), fields, leaveDates);
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, `/staff/settings/people/${id}`));
    const team = await deps.readTeam();
    return personPage(deps, { ...access, team }, id, { form: fields, problems });
  };
}

function personPage(deps: StaffDeps, access: AreaAccess, id: string, typed: TypedSettings): HttpResponse {
  const { form, problems } = typed;
  const { team } = access;
  const person = personById(team, id);
  if (!person?.isActive) return notFound(deps);
  const today = londonDateOf(deps.now());
  const others = team.people.filter((other) => other.isActive && other.id !== id);
  const roles: readonly string[] = form.change === 'ROLES' ? rolesIn(form) : person.roles;
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/person.njk',
    title: person.name,
    saved: savedOf(person, team, today),
    isButton: form.change === 'NO_LEAVE' || form.change === 'MAIL_TRUSTED',
    data: {
      id,
      mailbox: form.change === 'MAILBOX' ? form.mailbox : person.mailbox,
      mailFails: mailFailsInWords(person),
      roles: roleChoices.map((choice) => ({ ...choice, isTheirs: roles.includes(choice.value) })),
      leave: person.leave.flatMap((days, n) => (days.to >= today ? [{ n, said: leaveInWords(days) }] : [])),
      deputies: others.map((other) => ({ value: other.id, label: other.name })),
      deputy: (form.change === 'DEPUTY' ? form.deputy : person.deputy) ?? '',
      wrong: wrongDates(problems, leaveDates.keys()),
      words: settingsWords,
    },
  });
}

/** What is saved of this person, each part as the page of the team says it. */
function savedOf(person: Person, team: Team, today: string): SavedNow[] {
  const { roles, mailbox, leave, deputy } = personView(person, team, today);
  return [
    { label: settingsWords.roles, said: roles },
    { label: settingsWords.email, said: mailbox },
    { label: settingsWords.leave, said: leave.join('; ') || settingsWords.noneKnown },
    { label: settingsWords.standsIn, said: deputy || settingsWords.noOne },
  ];
}

/** The change that one of the forms asks for; undefined for a form that is none of them. */
function commandIn(fields: FormFields, id: string, { team }: AreaAccess): TeamCommand | undefined {
  const known = personById(team, id)?.leave ?? [];
  switch (fields.change) {
    case 'MAILBOX':
      return { change: 'MAILBOX', id, mailbox: fields.mailbox ?? '' };
    case 'MAIL_TRUSTED':
      return { change: 'MAIL_TRUSTED', id };
    case 'ROLES':
      return { change: 'ROLES', id, roles: rolesIn(fields) };
    case 'DEPUTY':
      return { change: 'DEPUTY', id, deputy: fields.deputy ?? '' };
    case 'LEAVE':
      return { change: 'LEAVE', id, leave: [...known, { from: dateIn(fields, 'from'), to: dateIn(fields, 'to') }] };
    case 'NO_LEAVE':
      return { change: 'LEAVE', id, leave: known.filter((_days, n) => String(n) !== fields.n) };
    default:
      return undefined;
  }
}

/** A checkbox a role, each under a name of its own: `role-TRIAGER`. */
export function rolesIn(fields: Partial<FormFields>): string[] {
  return roleChoices.map(({ value }) => value).filter((role) => fields[`role-${role}`] !== undefined);
}

import type { CapacityCommand } from '#application/lists/capacity-command.ts';
import type { Capacity } from '#domain/lists/capacity-record.ts';
import { slotInWords } from '#domain/lists/capacity-words.ts';
import { personById } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { dateIn } from '../../../components/typed-date.ts';
import { readTime } from '../../../components/typed-time.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { problemsOf, type SettingsProblem } from '../problems.ts';
import type { TypedSettings } from '../settings-page.ts';
import { leaveInWords } from '../view.ts';
import { CAPACITY_AT, practitionerAt } from './address.ts';
import { capacityPage } from './capacity-page.ts';
import { capacityProblems, sentence } from './view.ts';
import { capacityWords as words } from './words.ts';

interface Where {
  readonly person: string;
  readonly locality: string;
}

const whereIn = ({ id = '', locality = '' }: Parameters): Where => ({ person: id, locality });
const isAt = (where: Where) => (one: Where) => one.person === where.person && one.locality === where.locality;

/** GET: someone's weekly visits in one area and their leave, with the forms that change either. */
export function getPractitioner(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters): Promise<HttpResponse> =>
    practitionerPage(deps, access, whereIn(parameters), { form: {}, problems: [] });
}

/** POST of one of the forms. What someone has changed since is shown, and nothing is saved over it. */
export function postPractitioner(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, parameters: Parameters): Promise<HttpResponse> => {
    const where = whereIn(parameters);
    const problems = await changed(deps, access, where, fields);
    if (problems === undefined) return notFound(deps);
    const isGone = fields.change === 'PRACTITIONER_REMOVED';
    const to = isGone ? CAPACITY_AT : practitionerAt(where.person, where.locality);
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, to));
    return practitionerPage(deps, { ...access, team: await deps.readTeam() }, where, { form: fields, problems });
  };
}

/** What is wrong with the change that one of the forms asks for; undefined for a form that is none of them. */
async function changed(
  deps: StaffDeps,
  access: AreaAccess,
  where: Where,
  fields: FormFields,
): Promise<readonly SettingsProblem[] | undefined> {
  const save = async (command: CapacityCommand) =>
    capacityProblems(await deps.changeCapacity(command, access.actor, Number(fields.version)));
  switch (fields.change) {
    case 'SLOTS':
      return save({
        change: 'SLOTS',
        ...where,
        day: fields.day ?? '',
        at: timesIn(fields),
        from: dateIn(fields, 'from'),
      });
    case 'SLOT_ENDED':
      return save({ change: 'SLOT_ENDED', slot: fields.slot ?? '', until: dateIn(fields, 'until') });
    case 'PRACTITIONER_REMOVED':
      return save({ change: 'PRACTITIONER_REMOVED', ...where });
    case 'LEAVE':
      return leaveChanged(deps, access, where, fields);
    default:
      return undefined;
  }
}

/** Leave belongs to the team, so its form is held against the team as it was read for this very request. */
async function leaveChanged(deps: StaffDeps, { actor, team }: AreaAccess, { person }: Where, fields: FormFields) {
  const known = personById(team, person)?.leave ?? [];
  const leave = [...known, { from: dateIn(fields, 'away'), to: dateIn(fields, 'back') }];
  const problems = problemsOf(await deps.changeTeam({ change: 'LEAVE', id: person, leave }, actor, team.version));
  const controls = new Map([
    ['from-day', 'away-day'],
    ['to-day', 'back-day'],
  ]);
  return problems.map((problem) => ({ ...problem, path: controls.get(problem.path) ?? problem.path }));
}

/** The times that were typed into one box, each as it is read; what is no time stays as it was typed. */
function timesIn({ at = '' }: FormFields): string[] {
  const typed = at.split(/[,;\n]| and /).map((one) => one.trim());
  return typed.filter((one) => one !== '').map((one) => readTime(one) ?? one);
}

async function practitionerPage(
  deps: StaffDeps,
  access: AreaAccess,
  where: Where,
  typed: TypedSettings,
): Promise<HttpResponse> {
  const capacity: Capacity = await deps.readCapacity();
  const person = personById(access.team, where.person);
  const found = capacity.practitioners.find(isAt(where));
  if (!person?.isActive || !found) return notFound(deps);
  const today = londonDateOf(deps.now());
  const slots = found.slots
    .filter(({ until = today }) => until >= today)
    .map((slot) => ({ value: slot.id, label: sentence(slotInWords(slot)) }));
  return capacityPage(deps, access, {
    ...typed,
    ...{ capacity, template: 'practitioner', title: words.inArea(person.name, where.locality) },
    saved: slots.map(({ label }) => ({ label: words.slots, said: label })),
    isButton: typed.form.change === 'PRACTITIONER_REMOVED',
    data: {
      ...{ slots, canRemove: found.slots.length === 0, here: practitionerAt(where.person, where.locality) },
      leave: person.leave.filter(({ to }) => to >= today).map(leaveInWords),
    },
  });
}

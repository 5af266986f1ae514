import type { CapacityResult } from '#application/lists/change-capacity.ts';
import { nextDaysOf, type SlotDays, slotsOfGroup } from '#domain/lists/capacity.ts';
import type { Capacity, Group } from '#domain/lists/capacity-record.ts';
import { closedInWords, groupDayInWords, slotInWords } from '#domain/lists/capacity-words.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { addDays, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../../access/instants.ts';
import { inCommandWords } from '../../../components/command-words.ts';
import type { SettingsProblem } from '../problems.ts';
import { practitionerAt } from './address.ts';
import { capacityChangeInWords, capacityFaultWords, capacityRefusalWords, capacityWords as words } from './words.ts';

/** As many changes as the page shows, the newest first. */
const SHOWN = 30;
/** How long before the last known term ends the page says so, in days. */
const WARNED = 90;

/** The name of a colleague, also of one who has left. */
export function nameOf(team: Team, id: string): string {
  return personById(team, id)?.name ?? id;
}

/** As many dates of a group as the page shows. */
const DATES_SHOWN = 6;

/** What there is in each area, with the terms and closed days from this date on. */
export function capacityView(days: SlotDays, today: string) {
  const { capacity, team } = days;
  const isToCome = ({ until = today }: { readonly until?: string | undefined }) => until >= today;
  const areas = localitySchema.options.map((locality) => ({
    locality,
    visits: capacity.practitioners
      .filter((one) => one.locality === locality && personById(team, one.person)?.isActive)
      .map(({ person, slots }) => ({
        name: nameOf(team, person),
        at: practitionerAt(person, locality),
        slots: slots.filter(isToCome).map((slot) => sentence(slotInWords(slot))),
      })),
    groups: capacity.groups
      .filter((group) => group.locality === locality && isToCome(group))
      .map((group) => ({
        ...{ id: group.id, name: group.name, access: group.access },
        said: sentence(`${groupDayInWords(group)}. ${words.placesSaid(group.places)}`),
        dates: datesOf(group, days, today),
      })),
  }));
  return { areas, ...datesView(capacity, today) };
}

function datesOf(group: Group, days: SlotDays, today: string): string {
  const [slot] = slotsOfGroup(group);
  const dates = slot ? nextDaysOf(slot, days, today, DATES_SHOWN) : [];
  return dates.length === 0 ? words.noDates : words.nextDates(dates.map(plainDate).join(', '));
}

/** The terms and closed days that are not over, each by its first day. */
export function datesView({ terms, closedOn }: Pick<Capacity, 'terms' | 'closedOn'>, today: string) {
  const last = terms.at(-1)?.to;
  return {
    terms: terms
      .filter(({ to }) => to >= today)
      .map(({ name, from, to }) => ({ from, said: `${name}, ${plainDate(from)} to ${plainDate(to)}` })),
    hasTerms: terms.length > 0,
    termsEnd: last !== undefined && last < addDays(today, WARNED) ? words.termsEnd(plainDate(last)) : '',
    closed: closedOn.filter(({ on }) => on >= today).map((day) => ({ from: day.on, said: closedInWords(day) })),
  };
}

/** The newest changes first, each with who made it. `since` leaves only those after that version. */
export function capacityChangesOf({ history, version }: Capacity, team: Team, since = 0) {
  const newest = history.slice(-SHOWN).reverse();
  const shown = since === 0 ? newest : newest.slice(0, Math.max(0, version - since));
  return shown.map(({ at, by, what, person, from = '', to = from }) => ({
    at: instantInWords(at),
    said: [person === undefined ? '' : nameOf(team, person), capacityChangeInWords(what), to].filter(Boolean).join(' '),
    by: actorInWords(by),
  }));
}

/** What is wrong with a change, each at its control; empty when it was made. */
export function capacityProblems(result: CapacityResult): SettingsProblem[] {
  if ('refused' in result) return [capacityRefusalWords[result.refused]];
  if (!('problems' in result)) return [];
  const found = inCommandWords(capacityFaultWords, result.problems).map(({ path, message }) => ({
    path: controlOf(path),
    message,
  }));
  return found.filter(({ path }, n) => found.findIndex((one) => one.path === path) === n);
}

const dates: readonly string[] = ['from', 'until'];

/** One of several times stands in the one control for all of them; a date in the first of its boxes. */
function controlOf(path: string): string {
  const [name = path] = path.split(/[.[]/);
  return dates.includes(name) ? `${name}-day` : name;
}

/** The same with a capital first. */
export function sentence(said: string): string {
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}

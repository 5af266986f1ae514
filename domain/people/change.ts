import { type NewTeamEvent, nextTeam, type TeamMoment } from './next-team.ts';
import { type Leave, mailFailsSince, mayDecide, type Person, personIdSchema, type Role } from './person.ts';
import type { Duty } from './rota.ts';
import { personById, personByMailbox, type Team } from './team.ts';

/**
 * Why a change of the team is not made. LAST_TO_DECIDE: no one would be left to decide on a referral. WRONG_ID: see its
 * schema. CHANGED: someone changed the team after it was shown. DUTY_OVERLAPS: `duty` is the line in the way.
 */
export interface TeamRefusal {
  readonly refused:
    | 'UNKNOWN_PERSON'
    | 'WRONG_ID'
    | 'ID_TAKEN'
    | 'MAILBOX_TAKEN'
    | 'LAST_TO_DECIDE'
    | 'OWN_DEPUTY'
    | 'UNKNOWN_MEETING'
    | 'MEETING_KNOWN'
    | 'MEETING_PAST'
    | 'UNKNOWN_DUTY'
    | 'DUTY_PAST'
    | 'DUTY_OVERLAPS'
    | 'UNKNOWN_SERVICE'
    | 'SERVICE_KNOWN'
    | 'CHANGED';
  readonly duty?: Duty;
}

export type TeamChange = Team | TeamRefusal;

type NewPerson = Pick<Person, 'id' | 'name' | 'mailbox'> & { readonly roles: readonly Role[] };

/** The team with one person more. The id is new: someone who returns gets another one. */
export function joined(team: Team, moment: TeamMoment, { id, name, mailbox, roles }: NewPerson): TeamChange {
  if (!personIdSchema.safeParse(id).success) return { refused: 'WRONG_ID' };
  if (personById(team, id)) return { refused: 'ID_TAKEN' };
  if (personByMailbox(team, mailbox)) return { refused: 'MAILBOX_TAKEN' };
  const person: Person = { id, name, mailbox, roles: [...roles], leave: [], isActive: true };
  return nextTeam(team, moment, { people: [...team.people, person] }, { what: 'JOINED', person: id, to: mailbox });
}

/** The team without this person: from this write on, none of their links and sessions works. */
export function left(team: Team, moment: TeamMoment, id: string): TeamChange {
  return withPerson(team, moment, id, { isActive: false }, { what: 'LEFT', person: id });
}

/** The person at another mailbox: what was sent to the old one works no more, and says nothing of the new one. */
export function mailboxChanged(team: Team, moment: TeamMoment, id: string, mailbox: string): TeamChange {
  const holder = personByMailbox(team, mailbox);
  if (holder && holder.id !== id) return { refused: 'MAILBOX_TAKEN' };
  const from = personById(team, id)?.mailbox ?? '';
  const patch = { mailbox, mailTrustedAt: moment.now };
  return withPerson(team, moment, id, patch, { what: 'MAILBOX_CHANGED', person: id, from, to: mailbox });
}

/**
 * The team that knows that an email to this person came back, which was sent then. Undefined where that is known already, or
 * says nothing of their mailbox of today: they have left, or someone has put it right since. `about`: a reference.
 */
export function mailFailed(
  team: Team,
  moment: TeamMoment,
  id: string,
  { sentAt, about }: { readonly sentAt: string; readonly about: string },
): TeamChange | undefined {
  const person = personById(team, id);
  const isOld = person?.mailTrustedAt !== undefined && sentAt <= person.mailTrustedAt;
  if (!person?.isActive || isOld || mailFailsSince(person) !== undefined) return undefined;
  return withPerson(team, moment, id, { mailFailed: { at: moment.now, about } }, { what: 'MAIL_FAILED', person: id });
}

/** The team in which emails to this person count as arriving again. */
export function mailTrusted(team: Team, moment: TeamMoment, id: string): TeamChange {
  return withPerson(team, moment, id, { mailTrustedAt: moment.now }, { what: 'MAIL_TRUSTED', person: id });
}

export function rolesChanged(team: Team, moment: TeamMoment, id: string, roles: readonly Role[]): TeamChange {
  const from = personById(team, id)?.roles.join(' ') ?? '';
  const event = { what: 'ROLES_CHANGED', person: id, from, to: roles.join(' ') } as const;
  return withPerson(team, moment, id, { roles: [...roles] }, event);
}

/** All leave of a person that is known, past or to come. */
export function leaveChanged(team: Team, moment: TeamMoment, id: string, leave: readonly Leave[]): TeamChange {
  const to = leave.map((days) => `${days.from}/${days.to}`).join(' ');
  return withPerson(team, moment, id, { leave: [...leave] }, { what: 'LEAVE_CHANGED', person: id, to });
}

/** Who stands in for a person while they are on leave. */
export function deputyChanged(team: Team, moment: TeamMoment, id: string, deputy: string): TeamChange {
  if (deputy === id) return { refused: 'OWN_DEPUTY' };
  if (!personById(team, deputy)?.isActive) return { refused: 'UNKNOWN_PERSON' };
  return withPerson(team, moment, id, { deputy }, { what: 'DEPUTY_CHANGED', person: id, to: deputy });
}

function withPerson(
  team: Team,
  moment: TeamMoment,
  id: string,
  patch: Partial<Person>,
  event: NewTeamEvent,
): TeamChange {
  const person = personById(team, id);
  if (!person?.isActive) return { refused: 'UNKNOWN_PERSON' };
  const people = team.people.map((other) => (other.id === id ? { ...other, ...patch } : other));
  return people.some((one) => one.isActive && mayDecide(one))
    ? nextTeam(team, moment, { people }, event)
    : { refused: 'LAST_TO_DECIDE' };
}

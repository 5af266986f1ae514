import type { Decision } from '#domain/case/case.ts';
import { endsHere, putsOnList } from '#domain/case/decide.ts';
import type { Person } from '#domain/people/person.ts';
import { rolesInWords } from '#domain/people/staff-actor.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DecisionFault } from './decision-faults.ts';
import type { Read } from './typed-decision.ts';

type Fault = readonly [DecisionFault, keyof Read];

/** Everything that can be missing or wrong of who decided together, each with its control, in the order of the form. */
export const othersFaults: readonly Fault[] = [
  ['MEETING_MISSING', 'meetingOn'],
  ['MEETING_UNREAL', 'meetingOn'],
  ['MEETING_IN_FUTURE', 'meetingOn'],
  ['MEETING_NOT_OURS', 'meetingOn'],
  ['PRESENT_MISSING', 'present'],
  ['PRESENT_OR_SECOND_MISSING', 'present'],
  ['SECOND_MISSING', 'secondName'],
  ['SECOND_UNKNOWN', 'secondName'],
  ['SECOND_IS_DECIDER', 'secondName'],
  ['URGENT_MISSING', 'urgentBecause'],
];

const MISSING = { present: 'PRESENT_MISSING', urgent: 'URGENT_MISSING' } as const;
type With = Pick<Read, 'meetingOn' | 'present' | 'secondName' | 'secondRole' | 'urgentBecause'>;

/**
 * Whether this outcome needs a meeting, or a second person and why it could not wait: each that is for or against the child,
 * a plain accept only where the policy asks for it. Source: the published "following a Portage triage session", and local choice.
 */
export function needsOthers(outcome: string, { acceptOutsideMeeting }: DecisionContext): boolean {
  if (outcome === 'ACCEPT_INITIAL_ASSESSMENT') return !acceptOutsideMeeting;
  return putsOnList(outcome) || endsHere(outcome);
}

/** Everything that is missing or wrong of who decided together; a meeting or a second person is enough. */
export function faultsOfOthers(read: Read, context: DecisionContext): readonly DecisionFault[] {
  if (!needsOthers(read.outcome, context)) return [];
  const isMet = read.meetingOn !== '' || read.present !== '';
  const isSecond = `${read.secondName}${read.secondRole}${read.urgentBecause}` !== '';
  if (!isMet && !isSecond) return ['MEETING_MISSING', 'PRESENT_OR_SECOND_MISSING'];
  return [...(isMet ? faultsOfMeeting(read, context) : []), ...(isSecond ? faultsOfSecond(read, context) : [])];
}

function faultsOfMeeting({ meetingOn, present }: With, context: DecisionContext): DecisionFault[] {
  const wrong = faultOfDay(meetingOn, context);
  return [...(wrong === undefined ? [] : [wrong]), ...(namesIn(present).length > 0 ? [] : [MISSING.present])];
}

function faultOfDay(on: string, { today, meetings }: DecisionContext): DecisionFault | undefined {
  if (on === '') return 'MEETING_MISSING';
  if (!isRealDate(on)) return 'MEETING_UNREAL';
  if (on > today) return 'MEETING_IN_FUTURE';
  return meetings.length === 0 || meetings.includes(on) ? undefined : 'MEETING_NOT_OURS';
}

function faultsOfSecond(read: Read, context: DecisionContext): DecisionFault[] {
  const wrong = faultOfSecond(read, context);
  return [...(wrong === undefined ? [] : [wrong]), ...(read.urgentBecause === '' ? [MISSING.urgent] : [])];
}

function faultOfSecond({ secondName, person }: Read, context: DecisionContext): DecisionFault | undefined {
  if (secondName === '') return 'SECOND_MISSING';
  const second = secondIn(secondName, context);
  if (!second) return 'SECOND_UNKNOWN';
  return second.id === person ? 'SECOND_IS_DECIDER' : undefined;
}

/** The member of the team who is meant, by id, mailbox or name. */
function secondIn(typed: string, { seconds }: DecisionContext): Person | undefined {
  const isMeant = ({ id, name, mailbox }: Person) =>
    id === typed || sameMailbox(mailbox, typed) || name.toLowerCase() === typed.toLowerCase();
  return seconds.find(isMeant);
}

/** Who decided together, as it is recorded: nothing that the outcome does not need and is not whole. */
export function decidedWith(
  read: Read,
  context: DecisionContext,
): Pick<Decision, 'meeting' | 'second' | 'urgentBecause'> {
  const present = namesIn(read.present);
  const isMet = present.length > 0 && faultOfDay(read.meetingOn, context) === undefined;
  const meeting = isMet ? { meeting: { on: read.meetingOn, present } } : {};
  const second = needsOthers(read.outcome, context) ? secondIn(read.secondName, context) : undefined;
  if (!second) return meeting;
  const role = read.secondRole || rolesInWords(second);
  return { ...meeting, second: { person: second.id, name: second.name, role }, urgentBecause: read.urgentBecause };
}

function namesIn(present: string): string[] {
  return present
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

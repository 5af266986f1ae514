import type { EnteredBy } from '../draft/paper-entry.ts';
import { type Actor, personActor, referrerActor } from '../people/actor.ts';
import { plusMinutes } from '../values/dates.ts';
import type { Case } from './case.ts';
import { appendEvent, type NewEvent } from './event.ts';

/**
 * The case of a referral at the moment of its acceptance: received, with the start of its first workflow owed. Storing it
 * is what accepts the referral.
 */
export function receivedCase(
  {
    entered,
    isSuspect = false,
    sentBy = referrerActor(),
    ...facts
  }: {
    reference: string;
    caller: string;
    receivedAt: string;
    referralOn: string;
    entered?: EnteredBy | undefined;
    isSuspect?: boolean;
    /** The referrer at the form, unless a system sent it. */
    sentBy?: Actor;
  },
  policyVersion: number,
): Case {
  return {
    ...facts,
    ...(isSuspect ? { suspicion: 'STANDS' } : {}),
    version: 1,
    status: 'RECEIVED',
    next: 'VALIDATE',
    machine: 'intake',
    run: 1,
    updatedAt: facts.receivedAt,
    moveBy: plusMinutes(facts.receivedAt, 15),
    policyVersion,
    outcome: null,
    reasons: [],
    flags: [],
    checks: 0,
    tasks: 0,
    duplicateOf: null,
    duplicateCleared: false,
    ask: null,
    answers: [],
    added: [],
    task: null,
    decisions: [],
    list: null,
    parked: null,
    outbox: [{ kind: 'START', run: 1 }],
    history: appendEvent([], received(facts.referralOn, sentBy, entered), facts.receivedAt, policyVersion),
  };
}

/** By the staff who entered it, else by its sender. */
function received(arrivedOn: string, sentBy: Actor, entered: EnteredBy | undefined): NewEvent {
  if (!entered) return { event: 'RECEIVED', by: sentBy };
  // Someone who entered it through a mailbox of the team is no person of the record.
  const { person = 'TEAM_MAILBOX', name, role } = entered.by;
  const by = personActor(person, name, role);
  return { event: 'RECEIVED', by, receivedVia: entered.cameBy, arrivedOn };
}

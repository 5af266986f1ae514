import type { Addressees } from '../notices/addressees.ts';
import { referrerActor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { plusMinutes } from '../values/dates.ts';
import { sameMailbox } from '../values/mailbox.ts';
import type { Case, HandOver } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen } from './codes.ts';
import { referrerOf } from './referrer.ts';

/** So that no one makes the service write to address after address. */
const MOST_ASKED = 10;
const MINUTES_A_DAY = 24 * 60;

export type Colleague = Pick<HandOver, 'name' | 'email' | 'role'>;

/** Whether this mailbox is the present referrer's, or the team's that stands in for them. */
export function isReferrer(theCase: Case, referral: Addressees, mailbox: string): boolean {
  const { email, teamEmail } = referrerOf(theCase, referral);
  return sameMailbox(email, mailbox) || sameMailbox(teamEmail, mailbox);
}

/** How often a colleague was asked to take this case over. */
function timesAsked({ handOversAsked = 0 }: Case): number {
  return handOversAsked;
}

export function mayAskColleague(theCase: Case): 'YES' | 'CLOSED' | 'TOO_MANY' {
  if (!isOpen(theCase.status)) return 'CLOSED';
  return timesAsked(theCase) < MOST_ASKED ? 'YES' : 'TOO_MANY';
}

/** The case with a colleague asked to take it over, for so many days, in place of anyone asked before. */
export function colleagueAsked(
  theCase: Case,
  moment: Moment,
  { name, email, role }: Colleague,
  { by, days }: { readonly by: string; readonly days: number },
): Case {
  const handOversAsked = timesAsked(theCase) + 1;
  const id = `${theCase.reference}-H${handOversAsked}`;
  const expiresAt = plusMinutes(moment.now, days * MINUTES_A_DAY);
  const handOver: HandOver = { id, name, email, role, by, askedAt: moment.now, expiresAt };
  const event = { event: 'HAND_OVER_ASKED', by: referrerActor(by), handOver: id } as const;
  return applyChange(theCase, moment, { handOver, handOversAsked, moveBy: theCase.moveBy }, event);
}

/** Whether a colleague who was asked is asked still: not once a newer request, the end of the case or time has passed it. */
export type HandOverState = 'OPEN' | 'TAKEN' | 'REPLACED' | 'CLOSED' | 'EXPIRED';

export function handOverStateOf(theCase: Case, id: string | undefined, now: string): HandOverState {
  if (id !== undefined && theCase.handedTo?.id === id) return 'TAKEN';
  if (!isOpen(theCase.status)) return 'CLOSED';
  if (theCase.handOver === undefined || theCase.handOver.id !== id) return 'REPLACED';
  return now < theCase.handOver.expiresAt ? 'OPEN' : 'EXPIRED';
}

/**
 * The case taken over by the colleague whose mailbox was asked. From this write they are its referrer, also for an open
 * question. Undefined when that mailbox is not asked, or no longer.
 */
export function handedOver(
  theCase: Case,
  moment: Moment,
  { id, mailbox, referral }: { readonly id: string; readonly mailbox: string; readonly referral: Addressees },
): Case | undefined {
  const { handOver, ...rest } = theCase;
  if (!handOver || handOverStateOf(theCase, id, moment.now) !== 'OPEN') return undefined;
  if (!sameMailbox(handOver.email, mailbox)) return undefined;
  const { name, email, role } = handOver;
  const earlier = referrerOf(theCase, referral);
  const from = earlier.email ?? handOver.by;
  const recipients = earlier.teamEmail === undefined ? ['REFERRER'] : ['REFERRER', 'REFERRER_TEAM'];
  const task = theCase.task?.kind === 'REFERRER' ? { ...theCase.task, recipients } : theCase.task;
  return applyChange(
    rest,
    moment,
    { handedTo: { id, name, email, role, from, at: moment.now }, task, moveBy: theCase.moveBy },
    { event: 'HANDED_OVER', by: referrerActor(mailbox), handOver: id, from },
  );
}

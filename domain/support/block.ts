import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonInstant } from '../values/dates.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';
import type { Block, Visit, VisitKind } from './block-shape.ts';
import type { Offer } from './offer.ts';
import { bookSession } from './sessions.ts';
import type { Support } from './support.ts';

/** What the visits of one practitioner stand under in the index `list`. */
export const VISITS = 'VISITS';

/** The pathway whose support is a block of visits. */
export const HOME_VISITING = 'HOME_VISITING';

/** The block of a support whose child is visited, or is to be; undefined before an offer is accepted, and once it has ended. */
export function liveBlock({ block, status }: Pick<Support, 'block' | 'status'>): Block | undefined {
  return status === 'ACCEPTED' || status === 'STARTED' ? block : undefined;
}

/** The block that begins with an accepted offer of a weekly visit; undefined for a group, and where no one's visit was offered. */
export function blockOf({ slot }: Offer, { now }: Moment): Block | undefined {
  const { pathway, practitioner, day } = slot;
  if (pathway !== HOME_VISITING || practitioner === undefined) return undefined;
  const at = timeOfDaySchema.safeParse(slot.at).data;
  return { pathway, practitioner, ...(at === undefined ? {} : { weekly: { day, at } }), since: now, visits: [] };
}

/** Whether visits can be planned for this child at all: an offer of home visits is accepted, or they have begun. */
export function isVisited(support: Pick<Support, 'block' | 'status' | 'list' | 'started'>): boolean {
  const { status, list, started } = support;
  if (liveBlock(support)) return true;
  if (status === 'ACCEPTED') return list?.pathway === HOME_VISITING;
  return status === 'STARTED' && started?.pathway === HOME_VISITING;
}

/** The visit that waits for its outcome; undefined where none is planned. */
export function openVisit({ visits }: Pick<Block, 'visits'>): Visit | undefined {
  const last = visits.at(-1);
  return last && last.outcome === undefined ? last : undefined;
}

/** The instant at which a visit begins. */
export function visitBegins({ on, at }: Pick<Visit, 'on' | 'at'>): string {
  return londonInstant(on, at);
}

/** What the next visit is: the initial one until one took place, then weekly sessions. */
export function nextKind({ visits, sessionsBefore = 0 }: Pick<Block, 'visits' | 'sessionsBefore'>): VisitKind {
  const took = visits.some(({ kind, outcome }) => kind === 'INITIAL' && outcome?.what === 'ATTENDED');
  return took || sessionsBefore > 0 ? 'SESSION' : 'INITIAL';
}

/** How many weekly sessions took place. The initial visit is none of them. */
export function sessionsOf({ visits, sessionsBefore = 0 }: Pick<Block, 'visits' | 'sessionsBefore'>): number {
  return (
    sessionsBefore + visits.filter(({ kind, outcome }) => kind === 'SESSION' && outcome?.what === 'ATTENDED').length
  );
}

/** Further sessions that service managers agreed to. */
export function agreedSessions({ extensions = [] }: Pick<Block, 'extensions'>): number {
  return extensions.reduce((sum, { answer }) => sum + (answer?.agreed ?? 0), 0);
}

/** Whether fewer weekly sessions took place than were planned, with those that a service manager agreed to; never of a group. */
export function hasSessionsLeft(
  support: Pick<Support, 'block' | 'status' | 'list' | 'started'>,
  policy: Policy,
): boolean {
  if (!isVisited(support)) return false;
  const { block } = support;
  return block ? sessionsOf(block) < policy.maxSessions + agreedSessions(block) : true;
}

/** Whether one more weekly session may take place, and why not. Everything is read from the block itself. */
export function mayVisitAgain(block: Block, policy: Policy) {
  const extensionAgreed = agreedSessions(block);
  return bookSession(
    { sessionsDelivered: sessionsOf(block), extensionAgreed, agreedByRole: 'SERVICE_MANAGER' },
    policy,
  );
}

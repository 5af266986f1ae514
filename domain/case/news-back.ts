import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** An email to the parent at this place of the referral. */
const TO_PARENT = /^([A-Z_]+)-(?:.*-)?FAMILY-(\d+)$/;

/** News of the moment: staff tell it as they tell those who get no email. */
const OF_NOW = [
  'FAMILY_ASKED',
  'FAMILY_NOT_ANSWERED',
  'FAMILY_DELAYED',
  'FAMILY_REOPENED',
  'FAMILY_PLACE',
  'FAMILY_CHECK_IN',
  'FAMILY_SCHOOL',
  'FAMILY_PLAY',
];

/** Reasons that say of an email that it arrived. */
const ARRIVED = ['COMPLAINED'];

/** A parent whose email failed for good. `at`: when that became known; undefined where an earlier release stored it. */
export interface DeadMailbox {
  readonly place: number;
  readonly at?: string;
}

/** The place (from 0) of the parent whose email this was, and its kind; undefined for what went to no parent, or arrived. */
export function failedToParent(notice: string, why: string): { kind: string; place: number } | undefined {
  const [, kind, place] = TO_PARENT.exec(notice) ?? [];
  return kind === undefined || ARRIVED.includes(why) ? undefined : { kind, place: Number(place) };
}

/** Whose email address is known to be dead, oldest first. Of what an earlier release stored only a bounce proves it. */
export function deadMailboxes({ unreached = [] }: Pick<Case, 'unreached'>): DeadMailbox[] {
  return unreached.flatMap(({ notice, why, deadSince }) => {
    const to = failedToParent(notice, why);
    if (!to || (deadSince === undefined && why !== 'BOUNCED')) return [];
    return [{ place: to.place, ...(deadSince === undefined ? {} : { at: deadSince }) }];
  });
}

/** What else changes when such an email failed: staff are to tell its news, once for all that failed before they were asked. */
export function newsUnreached(theCase: Case, { now }: Moment, notice: string, why: string): Partial<Case> {
  const { newsBack, unreached = [] } = theCase;
  const kind = failedToParent(notice, why)?.kind;
  const isKnown = unreached.some((one) => one.notice === notice && one.deadSince !== undefined);
  if (kind === undefined || !OF_NOW.includes(kind) || isKnown) return {};
  if (newsBack && newsBack.askedAt === undefined)
    return { newsBack: { ...newsBack, kinds: [...new Set([...newsBack.kinds, kind])] } };
  return { newsBack: { at: now, nth: (newsBack?.nth ?? 0) + 1, kinds: [kind] } };
}

/** Since when staff are to be asked to tell such news; undefined where they need not be, or were. */
export function newsBackAt({ newsBack }: Pick<Case, 'newsBack'>): string | undefined {
  return newsBack?.askedAt === undefined ? newsBack?.at : undefined;
}

/** The case once staff were asked for the nth time. Undefined when they were before, or are to be asked again. */
export function newsBackAsked(theCase: Case, moment: Moment, seen: Case['newsBack']): Case | undefined {
  const { newsBack, moveBy } = theCase;
  if (!newsBack || newsBackAt(theCase) === undefined) return undefined;
  if (newsBack.kinds.length !== seen?.kinds.length) return undefined;
  return applyChange(theCase, moment, { newsBack: { ...newsBack, askedAt: moment.now }, moveBy });
}

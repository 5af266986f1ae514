import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { reordered } from './list.ts';

/** Whether people found this referral to be for a child who already had one, and it has ended for that. */
export function isConfirmedDuplicate(theCase: Case): theCase is Case & { readonly duplicateOf: string } {
  const { status, outcome, duplicateOf } = theCase;
  return status === 'NOT_ACCEPTED' && outcome === 'POSSIBLE_DUPLICATE' && duplicateOf !== null;
}

/**
 * The surviving case with a confirmed duplicate joined to it, and whatever had been joined to that. Its place on a list
 * counts from the earliest of them. Undefined when it was joined before.
 */
export function withJoined(theCase: Case, moment: Moment, duplicate: Case): Case | undefined {
  const { joined = [], list, moveBy } = theCase;
  if (duplicate.reference === theCase.reference || joined.some(({ reference }) => reference === duplicate.reference)) {
    return undefined;
  }
  const { reference, referralOn, receivedAt } = duplicate;
  const added = [{ reference, referralOn, receivedAt, at: moment.now }, ...(duplicate.joined ?? [])];
  const next = { ...theCase, joined: [...joined, ...added] };
  const by = duplicate.decisions.at(-1)?.by ?? MACHINE;
  return applyChange(
    theCase,
    moment,
    { joined: next.joined, list: list && reordered(next, list), moveBy },
    { event: 'REFERRAL_JOINED', by, other: reference },
  );
}

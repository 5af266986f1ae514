import { isOpen } from '#domain/case/codes.ts';
import { isSuspicious } from '#domain/case/suspicion.ts';
import { mustBeAsked } from '#domain/case/withdraw.ts';
import type { Role } from '#domain/people/person.ts';
import { type Act, byCase } from './act.ts';
import { deathWords, holdWords, liftWords, withdrawRefusals, withdrawWords } from './words.ts';

/** Who may press what staff otherwise do with the record before them. */
export const MANAGERS: readonly Role[] = ['SERVICE_MANAGER'];

/** Withdraws a referral whose referrer asked for it. Of a child with a place someone asks the family first. */
export const withdraw: Act = {
  at: 'withdraw',
  roles: MANAGERS,
  words: withdrawWords,
  isGrave: true,
  targets: ({ theCase }) =>
    isOpen(theCase.status) && !mustBeAsked(theCase) && !isSuspicious(theCase) ? [{ item: theCase.reference }] : [],
  lists: ['triage', 'duplicates', 'referrer', 'lost', 'parked'],
  nameOf: byCase,
  one: async (deps, reference, { access, reason }) => {
    const result = await deps.withdrawForReferrer({ reference, reason }, access.actor);
    if (result.kind === 'INVALID') return { came: 'REFUSED', said: withdrawWords.missing };
    if (result.kind === 'REFUSED') return { came: 'REFUSED', said: withdrawRefusals[result.why] };
    return { came: result.kind, said: result.kind === 'DONE' ? withdrawWords.did : withdrawWords.same };
  },
};

/** Records a death. One by one only: what it stops and whom it grieves allows no slip of a hand. */
export const death: Act = {
  at: 'death',
  roles: MANAGERS,
  words: deathWords,
  isGrave: true,
  targets: ({ theCase }) => (theCase.death ? [] : [{ item: theCase.reference }]),
  lists: [],
  nameOf: byCase,
  one: async (deps, reference, { access, reason }) => {
    const before = await deps.cases.readWholeCase(reference);
    // Also where it stands already: that finishes what was cut off.
    await deps.recordDeath({ reference, by: access.actor, reason });
    return before?.death ? { came: 'SAME', said: deathWords.same } : { came: 'DONE', said: deathWords.did };
  },
};

/** Keeps a record from being erased. */
export const hold: Act = {
  at: 'hold',
  roles: MANAGERS,
  words: holdWords,
  targets: ({ theCase: { reference, legalHold } }) => (legalHold ? [] : [{ item: reference }]),
  lists: ['triage', 'duplicates', 'quarantine', 'referrer', 'lost', 'parked', 'late'],
  nameOf: byCase,
  one: async (deps, reference, { access: { actor: by }, reason }) => {
    const { kind } = await deps.setLegalHold({ reference, by, reason, seen: '', isLifted: false });
    if (kind === 'INVALID') return { came: 'REFUSED', said: holdWords.missing };
    return { came: kind, said: kind === 'DONE' ? holdWords.did : holdWords.same };
  },
};

/** Lifts that. One by one only: each stands for a reason of its own, and what is erased is gone. */
export const lift: Act = {
  at: 'lift-hold',
  roles: MANAGERS,
  words: liftWords,
  targets: ({ theCase: { reference, legalHold } }) => (legalHold ? [{ item: `${reference}/${legalHold.since}` }] : []),
  lists: [],
  nameOf: byCase,
  one: async (deps, item, { access: { actor: by }, reason }) => {
    const [reference = '', seen = ''] = item.split('/');
    const { kind } = await deps.setLegalHold({ reference, by, reason, seen, isLifted: true });
    if (kind === 'INVALID') return { came: 'REFUSED', said: liftWords.missing };
    return { came: kind, said: kind === 'DONE' ? liftWords.did : liftWords.same };
  },
};

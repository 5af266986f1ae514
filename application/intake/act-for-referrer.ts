import type { TodoStore } from '#domain/ports/stores.ts';
import { askTeam } from '../family-pages/ask-team.ts';
import { askToLookAgain } from './ask-to-look-again.ts';
import { handOverReferral } from './hand-over-referral.ts';
import { recordDeath } from './record-death.ts';
import { recordTold } from './record-told.ts';
import { type TakeOverDeps, takeOverReferral } from './take-over-referral.ts';
import { withdrawReferral } from './withdraw-referral.ts';

/** What a referrer can do with a referral of theirs, whatever is asked of them. */
export function actForReferrer(deps: TakeOverDeps & { readonly todos: TodoStore }) {
  return {
    withdrawReferral: withdrawReferral(deps),
    handOverReferral: handOverReferral(deps),
    recordTold: recordTold(deps),
    takeOverReferral: takeOverReferral(deps),
    recordDeath: recordDeath(deps),
    askToLookAgain: askToLookAgain(deps),
    askTeam: askTeam(deps),
  };
}

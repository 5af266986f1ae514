import { recordDeath } from '../intake/record-death.ts';
import { withdrawForReferrer } from '../intake/withdraw-for-referrer.ts';
import { tellWithNextMinute } from '../notices/tell-with-next-minute.ts';
import { handOnTasks } from '../triage/hand-on-tasks.ts';
import { recordDecision } from '../triage/record-decision.ts';
import { sayIfSameChild } from '../triage/say-if-same-child.ts';
import { undoDecision } from '../triage/undo-decision.ts';
import { askContactCheck } from './ask-contact-check.ts';
import { putNoticeRight } from './put-notice-right.ts';
import { restartParked } from './restart-parked.ts';
import { setLegalHold } from './set-legal-hold.ts';

type Deps = Parameters<typeof restartParked>[0] &
  Parameters<typeof putNoticeRight>[0] &
  Parameters<typeof askContactCheck>[0] &
  Parameters<typeof tellWithNextMinute>[0] &
  Omit<Parameters<typeof handOnTasks>[0], 'tellNewHolder'> &
  Omit<Parameters<typeof recordDecision>[0], 'tellSecond'> &
  Parameters<typeof sayIfSameChild>[0] &
  Omit<Parameters<typeof recordDeath>[0], 'sendNotices'>;

/**
 * Everything that is put right on the console, over one set of dependencies. These send no email: what one owes is noted, and the
 * sweeper sends it. What staff do elsewhere is done by the same use cases, so all that they hold holds here.
 */
export function putRight(deps: Deps) {
  return {
    restartParked: restartParked(deps),
    putNoticeRight: putNoticeRight(deps),
    askContactCheck: askContactCheck(deps),
    handOnTasks: handOnTasks({ ...deps, tellNewHolder: tellWithNextMinute(deps) }),
    // Nothing that is decided there has a second person.
    recordDecision: recordDecision({ ...deps, tellSecond: async () => {} }),
    undoDecision: undoDecision(deps),
    sayIfSameChild: sayIfSameChild(deps),
    withdrawForReferrer: withdrawForReferrer(deps),
    // Where staff record it, no one is emailed.
    recordDeath: recordDeath({ ...deps, sendNotices: async () => [] }),
    setLegalHold: setLegalHold(deps),
  };
}

export type PutRightUseCases = ReturnType<typeof putRight>;

import type { Log } from '#domain/ports/services.ts';
import { askTeam } from '../family-pages/ask-team.ts';
import { enterLookAgain } from '../intake/ask-to-look-again.ts';
import { lookAtSafePlace } from '../intake/look-at-safe-place.ts';
import type { ListDeps } from '../lists/do-lists.ts';
import { type LookDeps, lookAtOpening } from '../operations/look-at-opening.ts';
import { lookAtBlock } from '../support/look-at-block.ts';
import { lookAtMissed } from '../support/look-at-missed.ts';
import { ringFamily } from '../support/ring-family.ts';
import { answerFamily } from './answer-family.ts';
import { answerLookAgain } from './answer-look-again.ts';
import { checkContact } from './check-contact.ts';
import { confirmBand } from './confirm-band.ts';
import { type ConfirmChannelDeps, confirmChannel } from './confirm-channel.ts';
import { type ConfirmDeps, confirmWithdrawal } from './confirm-withdrawal.ts';
import { type PostLetterDeps, postLetter } from './post-letter.ts';
import { refuseChannel } from './refuse-channel.ts';
import { reviewWait } from './review-wait.ts';
import { reviewWaits } from './review-waits.ts';
import { askSecondLook, type SecondLookDeps, takeSecondLook } from './second-look.ts';
import { seeStop } from './see-stop.ts';
import { tellInPerson } from './tell-in-person.ts';

/** What staff can do of what they are asked beside a task, by the kind of it. */
export function doTodos(
  deps: ConfirmDeps &
    SecondLookDeps &
    PostLetterDeps &
    ConfirmChannelDeps &
    ListDeps &
    LookDeps & { readonly log: Log },
) {
  return {
    tellInPerson: tellInPerson(deps),
    confirmBand: confirmBand(deps),
    postLetter: postLetter(deps),
    confirmWithdrawal: confirmWithdrawal(deps),
    confirmChannel: confirmChannel(deps),
    refuseChannel: refuseChannel(deps),
    answerLookAgain: answerLookAgain(deps),
    answerFamily: answerFamily(deps),
    askTeam: askTeam(deps),
    enterLookAgain: enterLookAgain(deps),
    ringFamily: ringFamily(deps),
    lookAtMissed: lookAtMissed(deps),
    lookAtBlock: lookAtBlock(deps),
    lookAtOpening: lookAtOpening(deps),
    lookAtSafePlace: lookAtSafePlace(deps),
    checkContact: checkContact(deps),
    seeStop: seeStop(deps),
    reviewWait: reviewWait(deps),
    reviewWaits: reviewWaits(deps),
    askSecondLook: askSecondLook(deps),
    takeSecondLook: takeSecondLook(deps),
  };
}

export type DoTodos = ReturnType<typeof doTodos>;

import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Person } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { Support } from '#domain/support/support.ts';
import type { FormFields } from '../../http/form-body.ts';
import { afterMissedWords } from '../assessments/words.ts';
import type { StaffDeps } from '../deps.ts';
import { lettersView, postPosted } from '../letters/view.ts';
import { lettersWords } from '../letters/words.ts';
import { confirmWords } from '../safe-contact/words.ts';
import { todayWords } from '../today/words.ts';
import { afterMissedView, postAfterMissed } from './after-missed.ts';
import { bandView, postBand } from './band.ts';
import { blockView, postBlock } from './block.ts';
import { blockWords } from './block-words.ts';
import { channelView, postChannel } from './channel.ts';
import { checkContactView, postCheckContact } from './check-contact.ts';
import { checkContactWords } from './check-contact-words.ts';
import { extensionView, postExtension } from './extension.ts';
import { extensionWords } from './extension-words.ts';
import { familyView, postFamily } from './family.ts';
import { familyAnswerWords } from './family-words.ts';
import { lookAgainView, postLookAgain } from './look-again.ts';
import { answerWords } from './look-again-words.ts';
import { missedView, postMissed } from './missed.ts';
import { missedWords } from './missed-words.ts';
import { movedView, postMoved } from './moved.ts';
import { movedWords } from './moved-words.ts';
import { postReview, reviewView } from './review.ts';
import { reviewWords } from './review-words.ts';
import { postRing, ringView } from './ring.ts';
import { ringWords } from './ring-words.ts';
import { lookView, postLook, postSecond, secondView } from './second.ts';
import { secondWords } from './second-words.ts';
import { postStop, stopView } from './stop.ts';
import { stopWords } from './stop-words.ts';
import { postTelling, tellView } from './tell.ts';
import { postWithdrawal, withdrawalView } from './withdrawal.ts';
import { withdrawalWords } from './withdrawal-words.ts';
import { bandWords, tellOfDeath, tellWords } from './words.ts';

interface TodoSources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Todo;
  readonly person: Person;
  readonly team: Team;
  /** The referral with all that decides who may be written to. */
  readonly family: Addressees;
  /** What follows the list, where there is any. */
  readonly support: Support | undefined;
  readonly waitMonths: number;
  /** What was typed, of a form that is shown again. */
  readonly form: FormFields;
  readonly policy: Policy;
}

/** DONE: it stands. ALREADY: someone else was first, or nothing is left to do. Otherwise what is wrong with what was typed. */
type Entered = 'DONE' | 'ALREADY' | readonly { readonly path: string; readonly message: string }[];

/** The page of one kind of TODO, and what its form does. */
interface TodoKindPage {
  readonly template: `${string}.njk`;
  readonly title: (reference: string) => string;
  readonly view: (sources: TodoSources, deps: StaffDeps) => Readonly<Record<string, unknown>>;
  readonly enter: (deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) => Promise<Entered>;
}

/** Every kind that has a page. One of a later release has none yet. */
export const todoKinds: ReadonlyMap<string, TodoKindPage> = new Map(
  Object.entries({
    PRINT_LETTER: {
      ...{ template: 'print.njk', title: lettersWords.title },
      ...{ view: lettersView, enter: postPosted },
    },
    TELL_IN_PERSON: { template: 'tell.njk', title: tellWords.title, view: tellView, enter: postTelling },
    CONFIRM_BAND: { template: 'band.njk', title: bandWords.title, view: bandView, enter: postBand },
    CONFIRM_WITHDRAWAL: {
      ...{ template: 'withdrawal.njk', title: withdrawalWords.title },
      ...{ view: withdrawalView, enter: postWithdrawal },
    },
    SECOND_PERSON: {
      ...{ template: 'second.njk', title: secondWords.title },
      ...{ view: secondView, enter: postSecond },
    },
    LOOK_AT_DECISION: {
      ...{ template: 'second.njk', title: secondWords.lookTitle },
      ...{ view: lookView, enter: postLook },
    },
    CONFIRM_CHANNEL: {
      ...{ template: 'channel.njk', title: confirmWords.title },
      ...{ view: channelView, enter: postChannel },
    },
    SEE_STOP: { template: 'stop.njk', title: stopWords.title, view: stopView, enter: postStop },
    REVIEW_WAIT: { template: 'review.njk', title: reviewWords.title, view: reviewView, enter: postReview },
    AFTER_MISSED: {
      ...{ template: 'after-missed.njk', title: afterMissedWords.title },
      ...{ view: afterMissedView, enter: postAfterMissed },
    },
    DECIDE_EXTENSION: {
      ...{ template: 'extension.njk', title: extensionWords.title },
      ...{ view: extensionView, enter: postExtension },
    },
    LOOK_AT_BLOCK: { template: 'block.njk', title: blockWords.title, view: blockView, enter: postBlock },
    CHECK_CONTACT: {
      ...{ template: 'check-contact.njk', title: checkContactWords.title },
      ...{ view: checkContactView, enter: postCheckContact },
    },
    LOOK_AT_SAFE_PLACE: {
      ...{ template: 'moved.njk', title: movedWords.title },
      ...{ view: movedView, enter: postMoved },
    },
    LOOK_AT_MISSED: { template: 'missed.njk', title: missedWords.title, view: missedView, enter: postMissed },
    RING_FAMILY: { template: 'ring.njk', title: ringWords.title, view: ringView, enter: postRing },
    ANSWER_FAMILY: {
      ...{ template: 'family.njk', title: familyAnswerWords.title },
      ...{ view: familyView, enter: postFamily },
    },
    LOOK_AGAIN: { template: 'look-again.njk', title: answerWords.title, view: lookAgainView, enter: postLookAgain },
  }),
);

/** What a TODO of this kind is called, also one whose page is about a death or is the task's own; undefined for one of a later release. */
export function todoTitleOf(kind: string, reference: string): string | undefined {
  if (kind === 'WRITE_UP') return todayWords.writeUp(reference);
  return kind === 'TELL_OF_DEATH' ? tellOfDeath(reference) : todoKinds.get(kind)?.title(reference);
}

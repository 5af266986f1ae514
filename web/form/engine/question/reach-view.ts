import { isAlarmed, senderOfDraft } from '#domain/draft/alarm.ts';
import type { DraftRequest } from '../draft-request.ts';
import type { Field } from '../fields.ts';
import { viewOf } from '../view.ts';
import { reachWords } from './reach-words.ts';

/** The answer that the number is kept as: the referrer's own. */
export const PHONE = 'referrer.phone';

const question: Field = {
  kind: 'text',
  path: PHONE,
  called: 'your phone number',
  label: reachWords.label,
  type: 'tel',
  autocomplete: 'tel',
};

/** What the page about an immediate risk says of the duty mailbox; null where no alarm stands. */
export function reachView({ draft, at, csrf }: Pick<DraftRequest, 'draft' | 'at' | 'csrf'>, typed = '', message = '') {
  if (!isAlarmed(draft)) return null;
  const problems = message === '' ? [] : [{ path: PHONE, message }];
  const isKnown = senderOfDraft({ answers: draft.answers }) !== undefined;
  // The number of what staff enter is the referrer's, not theirs.
  const asks = !isKnown && !draft.entry;
  return {
    at,
    csrf,
    isKnown,
    asks,
    problems,
    words: reachWords,
    question: viewOf(question, { [PHONE]: typed }, problems),
  };
}

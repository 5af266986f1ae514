import type { Support } from '../support/support.ts';
import type { Case } from './case.ts';
import { isOpen } from './codes.ts';
import { putsOnList } from './decide.ts';

/** As what a record is kept: each has a period of its own. */
export type KeptAs = 'ACCEPTED' | 'NOT_ACCEPTED' | 'NOT_AGREED';

/** The outcome of a referral whose parents did not agree. */
export const NOT_AGREED = 'NOT_ACCEPTED_NO_CONSENT';

/** Every outcome with which a case ends here whose child we did not accept. Of any other nothing is concluded. */
const notAccepted: ReadonlySet<string> = new Set([
  'RETURNED_INVALID',
  'NOT_ACCEPTED_NO_EVIDENCE',
  'REDIRECTED_EY_ADVISORY',
  'OUT_OF_SCOPE',
  'POSSIBLE_DUPLICATE',
  'NOT_A_REFERRAL',
  'REDIRECT',
  'DECLINE',
  'WITHDRAWN',
]);

/**
 * As what the record of an ended case is kept. A child whom we ever accepted, or who came from a list as one, counts as accepted,
 * whatever became of that. Undefined while the case is open, and of an outcome that this release does not know.
 */
export function keptAs(theCase: Case, support: Support | undefined): KeptAs | undefined {
  if (isOpen(theCase.status)) return undefined;
  if (support !== undefined || wasAccepted(theCase)) return 'ACCEPTED';
  if (theCase.outcome === NOT_AGREED) return 'NOT_AGREED';
  return notAccepted.has(theCase.outcome ?? '') ? 'NOT_ACCEPTED' : undefined;
}

function wasAccepted({
  outcome,
  list,
  listedAt,
  left,
  toSupport,
  closed,
  assessment,
  imported,
  death,
  decisions,
}: Case) {
  const marks = [
    list ?? undefined,
    listedAt,
    left,
    toSupport,
    closed,
    assessment,
    imported,
    death?.before.list ?? undefined,
  ];
  const outcomes = [outcome, death?.before.outcome ?? null, ...decisions.map((decision) => decision.outcome)];
  return marks.some((mark) => mark !== undefined) || outcomes.some((one) => one !== null && putsOnList(one));
}

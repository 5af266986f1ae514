import { type Answer, answered, answeredLate } from '#domain/support/answer.ts';
import type { Offer } from '#domain/support/offer.ts';
import { offerOf } from '#domain/support/support.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';

/**
 * RECORDED: it stands. ALREADY: the same answer stood. TOO_LATE: another answer or the end of the offer was first, as `offer` says;
 * this one is in the history all the same.
 */
export type AnswerResult =
  | { readonly kind: 'RECORDED' | 'ALREADY'; readonly offer: Offer }
  | { readonly kind: 'TOO_LATE'; readonly offer: Offer }
  | { readonly kind: 'UNKNOWN' };

/**
 * Records what a family answered to an offer, by their link or by staff: one conditional write, so that of two answers at once one
 * counts and the other is told. A late one is kept in the history for the team.
 */
export function answerOffer(
  deps: Pick<SupportDeps, 'supports' | 'now' | 'policy'>,
): (reference: string, answer: Answer) => Promise<AnswerResult> {
  return async (reference, answer) => {
    if (!(await deps.supports.readSupport(reference))) return { kind: 'UNKNOWN' };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current, saved } = await changeSupport(deps.supports, reference, (found) =>
      answered(found, moment, answer, deps.policy),
    );
    const offer = offerOf(current, answer.offer);
    if (!offer) return { kind: 'UNKNOWN' };
    if (saved) return { kind: 'RECORDED', offer };
    const stands = offer.answer?.what ?? (offer.callAskedAt === undefined ? undefined : 'CALL_ME');
    if (offer.ended === undefined && stands === answer.what) return { kind: 'ALREADY', offer };
    await changeSupport(deps.supports, reference, (found) => answeredLate(found, moment, answer));
    return { kind: 'TOO_LATE', offer };
  };
}

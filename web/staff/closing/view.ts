import { openRequest } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Policy } from '#domain/service/policy.ts';
import { agreedSessions, liveBlock, openVisit, sessionsOf, visitBegins } from '#domain/support/block.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { lastSeenOn } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { closingReasonInWords, closingReasonWords, closingWords as words } from './words.ts';

/** What someone should know before they close a support: how far it has come, and when the child was last seen. */
export function beforeClosing(support: Support, { maxSessions }: Policy) {
  const { block } = support;
  const seen = lastSeenOn(support);
  const live = liveBlock(support);
  const next = live && openVisit(live);
  const ofVisits = block
    ? [
        { label: words.progress, value: words.sessions(sessionsOf(block), maxSessions + agreedSessions(block)) },
        { label: words.planned, value: next ? instantInWords(visitBegins(next)) : words.nothingPlanned },
      ]
    : [];
  const lastSeen = seen === undefined ? words.neverSeen : words.lastSeenOn(plainDate(seen));
  return [...ofVisits, { label: words.lastSeen, value: lastSeen }];
}

/** The reasons that can be selected, in the order of the form. */
export const reasonChoices = closingReasonSchema.options.map((value) => ({ value, label: closingReasonWords[value] }));

/** How a support was closed; undefined for one that no one closed. */
export function closedView({ ended, history }: Support) {
  if (!ended?.by) return undefined;
  const event = history.findLast(({ event: name }) => name === 'SUPPORT_CLOSED');
  return {
    said: words.closedBy(actorInWords(ended.by), instantInWords(ended.at)),
    rows: [
      { label: words.reason, value: closingReasonInWords(ended.why) },
      { label: words.report, value: event?.text ?? words.seeHistory },
    ],
  };
}

/** What else ends a support: a withdrawal that waits for an answer is its own task. */
export function otherWays(theCase: Case): readonly string[] {
  return openRequest(theCase) ? [words.withdrawn, words.died] : [words.died];
}

import type { KnownEvent } from '#domain/case/event.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { outcomeInWords } from './words.ts';

/** The codes by which events say why, in words that stand in brackets. */
const whys: ReadonlyMap<string, string> = new Map([
  ['NO_AGREEMENT', 'they did not agree to it'],
  ['FAMILY_AGREED', 'our team spoke with them before it was withdrawn'],
  ['DUPLICATE', 'the other referral continues'],
  ['SUSPICIOUS', 'no person had sent it'],
  ['PUT_RIGHT', 'it was sent again'],
  ['CHILD_HAS_DIED', 'the child has died'],
  ['TRIAGE', 'the team decides'],
  ['REDIRECTED_EY_ADVISORY', 'the child was over the age limit, and another service can help'],
  ['OUT_OF_SCOPE', 'the child was past Reception'],
  ['NOT_ACCEPTED_NO_EVIDENCE', 'it had no document about development'],
  ['NOT_ACCEPTED_NO_CONSENT', 'the parents did not agree, or did not know the aims'],
  ['RETURNED_INVALID', 'something was missing or wrong'],
  ['NO_EVIDENCE_YET', 'there is no evidence yet'],
  ['EVIDENCE_FAILED', 'a document cannot be used'],
  ['INFORMATION_REQUESTED', 'the team asked a question'],
  ['DELAYED', 'the mail service was still trying'],
  ['UNKNOWN', 'the mail service does not say why'],
  [NOBODY_DECIDED, 'after every reminder'],
  [DEFINITION_TOO_OLD, 'it needs a newer version of the service'],
]);

/** What happened, with why or how in brackets where the event has a code for it. */
export function withWhy(event: KnownEvent, sentence: string): string {
  const why = whyOf(event);
  return why ? `${sentence} (${whyInWords(why)})` : sentence;
}

/** A code that says why, in words that can stand after what happened. */
export function whyInWords(why: string): string {
  return whys.get(why) ?? outcomeInWords(why);
}

/** The code that says why or how, where the event has one. */
function whyOf(event: KnownEvent): string | undefined {
  if ('why' in event) return event.why;
  return 'outcome' in event ? event.outcome : undefined;
}

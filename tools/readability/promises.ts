import type { Text } from './faults.ts';
import { sentencesOf } from './sentences.ts';

/** Texts that only staff or another service read. What they promise is between colleagues. */
const FOR_COLLEAGUES =
  /^(TEAM_|TRIAGE_|DUPLICATE_|SUSPICIOUS_|STUCK|NO_DECISION|DUTY_|ADVISORY_|OFFER_NO_ANSWER|code$|staff|another service|(POST )?\/refer\/staff)/;

/** Words by which a sentence says what we do, will do or never do. */
const PROMISE =
  /\b(we|our team|the triage team|the team|someone( from our team)?|the service manager|an operator) (will|aim|never|always|keep|do not|have not)\b/i;

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = new RegExp(String.raw`\b\d{1,2} (?:${MONTHS})(?: \d{4})?`, 'g');
const REFERENCE = /\b(?=[0-9A-Z]*\d)[0-9A-Z]{10,}\b/g;
const ADDRESS = /\S+@\w+(?:\.\w+)+/g;

/**
 * Every promise to families and referrers in these texts, as one sentence each, in order and each once. A date, a reference
 * and an address stand as `…`, because they differ from one reader to the next.
 */
export function promisesIn(texts: readonly Text[]): string[] {
  const sentences = texts
    .filter(({ name }) => !FOR_COLLEAGUES.test(name))
    .flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
  const made = sentences.filter((sentence) => PROMISE.test(sentence) && /[.:]$/.test(sentence));
  return [...new Set(made.map(plain))];
}

function plain(sentence: string): string {
  return sentence.replace(DATE, '…').replace(REFERENCE, '…').replace(ADDRESS, '…').replace(/\s+/g, ' ');
}

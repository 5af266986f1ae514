import type { LeaveOut } from './reading-age.ts';
import { TERMS } from './terms.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const LINK = String.raw`https?:\S+`;
const EMAIL_ADDRESS = String.raw`\S+@\S+\w`;
const REFERENCE = String.raw`\b(?=[0-9A-Z]*\d)[0-9A-Z]{10,}\b`;
const DATE = String.raw`\b\d{1,2} (?:${MONTHS.join('|')})(?: \d{4})?`;

/** Leaves out links, addresses, references, dates, the terms of the field, and `names`; longer names come first. */
export function leavingOut(names: readonly string[]): LeaveOut {
  const known = [...names, ...TERMS.map(({ term }) => term)].toSorted((one, other) => other.length - one.length);
  const all = new RegExp([LINK, EMAIL_ADDRESS, REFERENCE, DATE, ...known.map(asWhole)].join('|'), 'g');
  return (sentence) => sentence.replace(all, ' ');
}

/** A name as a whole, in the plural and possessive too. Its case counts, as SEND is no verb, but for a first small letter. */
function asWhole(name: string): string {
  const [first = '', ...rest] = name;
  const start = first === first.toUpperCase() ? literal(first) : `[${first}${first.toUpperCase()}]`;
  return String.raw`(?<!\w)${start}${literal(rest.join(''))}(?:s|['’]s)?(?!\w)`;
}

function literal(text: string): string {
  return text.replace(/[^\w\s,]/g, String.raw`\$&`);
}

import { fileWords as words } from './words.ts';

/** What is machinery or opens something, and tells no one anything about a child. It is in no copy. */
const LEFT_OUT =
  /^(version|caller|outbox|token|\w*[hH]ash|basis|page|moveBy|next|machine|run|runAt|order|messageId|evidenceId|versionId|toCount|sealed)$/;

const SAFETY =
  /safe|danger|risk|harm|violen|protect|hidden|court|police|concern|abuse|alarm|mayHear|MAY_HEAR|noFamilyEmail|FAMILY_EMAIL/i;

/** Where the child lives, and how the family is reached. */
const WHERE = /address|postcode|contacts|phone|email|mailbox|livesWith|where$/i;

/** Names that tell what an object is about: all of it has the mark. */
const ABOUT = ['event', 'kind', 'what', 'about', 'why'];

/** Of the child, and of no one else, as far as the form asks: words here have no mark. */
const CHILD = /^(referral\.body\.child\.(?!.*(parent|mother|father|carer|sibling)))/i;

const CODE = /^([A-Z0-9_]+|\d{4}-\d\d-\d\d([T ].*)?|[\d:.,-]*)$/;

/** Someone beside the child: all of it has the mark, codes and dates too. */
const PERSON =
  /(^|\.)(by|parents?|carers?|siblings?|family|household|referrer|professionals?|others?|responsibility|familyPages|handOver|joint|given|involvement|agreement|meeting|present)(\.|\[|$)/i;

function markOf(path: string, value: string, isSafety: boolean): string {
  if (isSafety || SAFETY.test(path) || WHERE.test(path)) return `${words.safety} `;
  const isPlain = CODE.test(value) || CHILD.test(path);
  return PERSON.test(path) || !isPlain ? `${words.someoneElse} ` : '';
}

/** Everything of a stored value, a line for each thing, with its mark. Lines that people typed are set in, so that none looks like ours. */
export function markedLines(value: unknown, path: string, isSafety = false): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, n) => markedLines(one, `${path}[${n + 1}]`, isSafety));
  if (typeof value !== 'object') {
    const said = String(value);
    const shown =
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : said.replace(/\r?\n|\r|\u2028|\u2029/g, '\n    | ');
    return [`${markOf(path, typeof value === 'string' ? said : '', isSafety)}${path}: ${shown}`];
  }
  const entries = Object.entries(value);
  const tells = entries.some(([name, one]) => ABOUT.includes(name) && typeof one === 'string' && SAFETY.test(one));
  return entries
    .filter(([name]) => !LEFT_OUT.test(name))
    .flatMap(([name, one]) => markedLines(one, `${path}.${name}`, isSafety || tells));
}

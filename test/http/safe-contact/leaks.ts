import { type Broken, emailsOf } from './emails.ts';
import { contacts, type Given, isUnsafe, mailboxOf, NEW_MAILBOX, whereabouts } from './given.ts';
import { pagesOf } from './pages.ts';
import type { PageReader } from './readers.ts';

const everyPlace = Object.values(whereabouts);
/** What the team says of itself to families without a flag, and to who referred them. */
const ofStayAndPlay: readonly string[] = [whereabouts.town, whereabouts.venue, whereabouts.time];

/** What stands once the change has happened: staff who allow emails again take back what they said. */
function afterChange(before: Given): Given {
  return { ...before, staffSaidNo: before.staffSaidNo && before.change !== 'STOPPED_AND_ALLOWED' };
}

/** Each email and letter that goes to whom it may not, and each that says what it may not. */
export async function leaksOfEmails(before: Given, broken?: Broken): Promise<string[]> {
  const read = await emailsOf(before, broken);
  const given = afterChange(before);
  const mailboxes = [...given.adults.map((_, n) => mailboxOf(n)), NEW_MAILBOX];
  return read.flatMap(({ to, kind, text }) => {
    const isLetter = to.startsWith('Adult');
    const hidden = [...contacts, ...everyPlace.filter((word) => !mayRead(given, isLetter, word))];
    const said = hidden.filter((word) => text.includes(word)).map((word) => `${to} reads ${word} (${kind})`);
    if (isLetter && !mayBePosted(given, to)) return [...said, `a letter goes to ${to} (${kind})`];
    return mailboxes.includes(to) && !mayGo(given, to) ? [...said, `an email goes to ${to} (${kind})`] : said;
  });
}

/** Of a family without a flag, where Stay and Play is, and in a letter what the team wrote to the family. */
function mayRead(given: Given, isLetter: boolean, word: string): boolean {
  return !isUnsafe(given) && (ofStayAndPlay.includes(word) || (isLetter && word === whereabouts.message));
}

/** Whether an email may go to this adult: said here once more, so that the rule is held against other words. */
function mayGo(given: Given, to: string): boolean {
  const { confirmed, staffSaidNo, status, change } = given;
  const isFirst = to === mailboxOf(0) || to === NEW_MAILBOX;
  // No one has recorded both who has responsibility and who may be told.
  if (status !== 'NONE' || staffSaidNo) return false;
  if (change === 'NEW_CONTACT' && to === mailboxOf(0)) return false;
  if (change === 'MAY_HEAR' && !isFirst) return false;
  return !isUnsafe(given) || (isFirst && confirmed === 'EMAIL' && change === 'NOTHING');
}

/** The same of a printed letter: to a flagged family where two people found it safe, and no one may be told who must not. */
function mayBePosted(given: Given, to: string): boolean {
  const { confirmed, status, change } = given;
  const isFirst = to === 'Adult 0';
  if (status !== 'NONE' || (change === 'MAY_HEAR' && !isFirst)) return false;
  return !isUnsafe(given) || (isFirst && confirmed === 'POST' && change === 'NOTHING');
}

/** Each page, print or file that says what its reader may not see, or that none opened. */
export async function leaksOfPages(before: Given, broken?: Broken, wanted?: readonly PageReader[]): Promise<string[]> {
  const pages = await pagesOf(before, broken, wanted);
  return pages.flatMap(({ where, reader, adult, status, body }) => {
    // The change happens to the family's own pages alone.
    const given = reader === 'FAMILY' || reader === 'OFFERED' ? afterChange(before) : before;
    if ((status === 403 || status === 404 || status >= 500) && !isClosed(where, given))
      return [`no page for ${reader}: ${status} ${where}`];
    if (isDocument.test(where) && isUnsafe(given) && status < 400) return [`${reader} opens ${where}`];
    const hidden = adult === undefined ? hiddenFrom(reader, given) : hiddenFromAdult(adult, given);
    return hidden.filter((word) => body.includes(word)).map((word) => `${reader} reads ${word} (${where})`);
  });
}

/** What may hold anything that people wrote, so that no one outside opens it of a flagged family. */
const isDocument = /\/(evidence|early-help-assessment)|\/tasks\/{taskId}\/page$/;

/** What was never kept for this family, or does not open to who may not read it. */
function isClosed(where: string, given: Given): boolean {
  const isNotKept = /\/tasks\/{taskId}\/page$|\/look\/{file}$|\/(capacity|groups)\/.*{id}/.test(where);
  // Each adult has an address of their own: without an agreement there is none.
  return isNotKept || where.includes('/family/{reference}') || (isUnsafe(given) && isDocument.test(where));
}

const ofHome = [whereabouts.home, whereabouts.postcode];
const ofProfessionals = [whereabouts.practice, whereabouts.nursery];

function hiddenFrom(reader: PageReader, given: Given): readonly string[] {
  const places = isUnsafe(given) ? everyPlace : [];
  const flagged = isUnsafe(given) ? [...contacts, ...places] : [];
  const hidden: Readonly<Record<PageReader, readonly string[]>> = {
    OTHER_SERVICE: isUnsafe(given) ? flagged : ['Plantother'],
    AUDITOR: isUnsafe(given) ? flagged : ['Plantother'],
    COPY: flagged,
    PAPER: [...contacts, ...ofHome, ...ofProfessionals, ...places],
    REFERRER: [...contacts, ...everyPlace],
    AGENDA: [...contacts, ...everyPlace],
    RECEIPT: [...contacts, whereabouts.home, ...ofProfessionals, ...places],
    // The area of the queue, which names no one.
    NO_RECORD: [...contacts, ...everyPlace.filter((word) => word !== whereabouts.town)],
    ADULT: everyPlace,
    // No one agreed that places may stand on it.
    FAMILY: [...contacts, ...everyPlace],
    // What is offered, where and when, but to a flagged family.
    OFFERED: [...contacts, ...everyPlace.filter((word) => isUnsafe(given) || !ofStayAndPlay.includes(word))],
    STAFF: [],
    WRITER: [],
  };
  return hidden[reader];
}

/** A letter holds its own address alone, and of a flagged family no place. */
function hiddenFromAdult(adult: number, given: Given): readonly string[] {
  const places = everyPlace.filter((word) => isUnsafe(given) || !ofStayAndPlay.includes(word));
  return [...contacts.filter((word) => word !== `Plantaddress${adult}`), ...places];
}

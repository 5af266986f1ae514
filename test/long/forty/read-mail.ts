import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { strangeLinks } from '#test/system/privacy.ts';
import type { Mail } from '#test/system/window.ts';
import type { Letter } from './post.ts';
import { LIST } from './present-list.ts';
import type { Referred } from './referrals.ts';
import { SEEN } from './stage.ts';
import type { Walk } from './walk.ts';

/** What no text that people read may hold: a sign that something was not filled in. */
const UNFILLED =
  /\{\{|\}\}|\{%|\$\{|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date| {2,}\S+@|\b(?:day|name) of \.|\(\)/;
const TOWNS = ['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater'] as const;
const STAFF = [
  ...['manager', 'triage-1', 'triage-2', 'kim.park', 'sam.reed', 'ade.marsh', 'operator', 'duty', 'advisory-teachers'],
].map((name) => `${name}@example.org`);
const AGAIN = 'second.referrer@example.org';

/** Everything of a family that no email may hold, and no letter to another family. */
function privateOf({ sent: { body } }: Referred): string[] {
  const { child, family, home, postcode } = body;
  const people = family.parents.flatMap(({ name, email, phone }) => [name, email ?? '', phone ?? '']);
  const names = [child.firstName, child.lastName, child.nhsNumber ?? '', home?.address ?? '', postcode];
  return [...names, ...people].filter((text) => text !== '');
}

/** Every one of these words that stands in a text by itself. */
function wordsIn(words: readonly string[]) {
  const any = words.map((word) => word.replace(/[.+?()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${any})(?![\\p{L}\\d])`, 'gu');
  return (text: string): string[] => [...new Set(text.match(pattern))];
}
const townsIn = wordsIn(TOWNS);

/** Keeps every email and letter as a file, and one of each kind in one file, to be read by people. Answers how many of each kind. */
export function keepMail(mails: readonly Mail[], letters: readonly Letter[]): Map<string, number> {
  rmSync(`${SEEN}/mail`, { recursive: true, force: true });
  mkdirSync(`${SEEN}/mail`, { recursive: true });
  const kinds = Map.groupBy(mails, kindOf);
  for (const [n, { to, subject, text, sentAt }] of mails.entries()) {
    const name = `${String(n + 1).padStart(4, '0')}-${to.join('+').replace(/@example\.org/g, '')}.txt`;
    writeFileSync(`${SEEN}/mail/${name}`, `To: ${to.join(', ')}\nSent: ${sentAt}\nSubject: ${subject}\n\n${text}\n`);
  }
  for (const [n, { reference, day, text }] of letters.entries())
    writeFileSync(`${SEEN}/mail/letter-${n + 1}-${reference}.txt`, `Printed: ${day}\n\n${text}\n`);
  const sample = [...kinds].map(([kind, [first]]) => `# ${kind}\n\nTo: ${first?.to.join(', ')}\n\n${first?.text}\n`);
  writeFileSync(`${SEEN}/one-of-each.md`, sample.join('\n'));
  return new Map([...kinds].map(([kind, those]) => [kind, those.length]));
}

/** What kind of email it is, and to whom: its subject, or what a family reads first, without what differs from one to the next. */
function kindOf({ subject, to, text }: Mail): string {
  const audience = to.some((one) => STAFF.includes(one))
    ? 'staff'
    : subject.startsWith('Message')
      ? 'family'
      : 'referrer';
  const said = text
    .replace(/^Hello,\s*/, '')
    .replace(/^An? [\w ]+? (?=(has )?asked)/, 'Someone ')
    .replace(/\s+/g, ' ');
  const plain = (audience === 'family' ? said : subject)
    .replace(/ ?Your reference is \w+\./, '')
    .replace(/\b[2-9A-Z]{11}\b/g, 'X')
    .replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, 'a day')
    .replace(/\b\d+(:\d\d)?([ap]m)?\b/g, 'N');
  return `${audience}: ${plain.slice(0, 110)}`;
}

/** The sessions of Stay and Play, which name every town to everyone. */
const SESSIONS = /\b(\w+): every [^\n]*?at \1 Family Hub, Example Street/g;

/** What is wrong with the emails and letters of the walk, a line each: none when all is as it should be. */
export async function faultsOfMail(walk: Walk, mails: readonly Mail[], letters: readonly Letter[]): Promise<string[]> {
  const strange = await strangeLinks(walk.at);
  const listed = LIST.flatMap((row) => [row.last_name, row.parent_name]);
  const namesIn = wordsIn([...walk.families.flatMap(privateOf), ...listed]);
  return [
    ...mails.flatMap((mail) =>
      faultsOfEmail(walk, mail, namesIn).map((fault) => `${fault}: "${mail.subject}" to ${mail.to}`),
    ),
    ...letters.flatMap((letter) =>
      faultsOfLetter(walk, letter).map((fault) => `${fault}: letter for ${letter.reference}`),
    ),
    ...strange.map((link) => `a strange link ${link}`),
  ];
}

function faultsOfEmail(
  { families, again }: Walk,
  { to, subject, text, html }: Mail,
  namesIn: ReturnType<typeof wordsIn>,
): string[] {
  const whole = `${subject}\n${text}\n${html.replace(/<style[\s\S]*?<\/style>/g, '')}`
    .replace(/\/l\/[\w-]{43}/g, '/l/')
    .replace(SESSIONS, '');
  const own = families.filter(({ reference }) => text.includes(reference));
  const isToStaff = to.some((one) => STAFF.includes(one));
  const links = new Set(text.match(/https?:\S+\/l\/\S+/g));
  const isOthers = (town: string) => own.every(({ sent }) => sent.body.locality !== town);
  return [
    ...(UNFILLED.test(`${subject}\n${text}`) ? [`not filled in (${UNFILLED.exec(`${subject}\n${text}`)?.[0]})`] : []),
    ...namesIn(whole).map((name) => `holds "${name}"`),
    ...(isToStaff ? [] : townsIn(whole).filter(isOthers)).map((town) => `names the town ${town}`),
    ...(links.size > 1 && !isToStaff ? [`has ${links.size} links`] : []),
    ...(/^\d{6}$/m.test(text) || own.length > 0 || text.includes(again) || isToStaff ? [] : ['names no reference']),
    ...(isToStaff || to.every((one) => mayRead(one, own, text, again)) ? [] : ['is not to anyone of this referral']),
  ];
}

/** Whether this mailbox belongs to a referrer or a safe parent of one of these referrals. */
function mayRead(mailbox: string, own: readonly Referred[], text: string, again: string): boolean {
  if (mailbox === AGAIN) return text.includes(again) || /^\d{6}$/m.test(text);
  return own.some(({ byEmail, sent: { body } }) => {
    const parents = byEmail ? body.family.parents.map(({ email }) => email) : [];
    return mailbox === body.referrer.email || parents.includes(mailbox);
  });
}

function faultsOfLetter({ families }: Walk, { reference, text }: Letter): string[] {
  const own = families.find((one) => one.reference === reference);
  if (!own) return ['is of no family'];
  const mine = new Set(privateOf(own));
  const others = families
    .filter((one) => one !== own)
    .flatMap(privateOf)
    .filter((name) => !mine.has(name));
  return [
    ...(UNFILLED.test(text) ? ['not filled in'] : []),
    ...wordsIn(others)(text).map((name) => `holds "${name}"`),
    ...(text.includes(own.sent.body.child.firstName) ? [] : ['does not name the child']),
    ...townsIn(text.replace(SESSIONS, '')).flatMap((town) => (town === own.sent.body.locality ? [] : `names ${town}`)),
  ];
}

import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { MailSign } from '#domain/mail/incoming-mail.ts';
import type { CameWith, ParsedMail, ParseMail } from '#domain/mail/read-mail.ts';
import { readableText } from '#domain/values/characters.ts';
import { textOfHtml } from './html-text.ts';
import { headerOf, isAutomatic, isEncrypted, verdictsOf } from './signs.ts';

/** More than any person writes; what is beyond is in the mailbox from which it was forwarded. */
const MOST_TEXT = 200_000;
const MOST_LINE = 500;
/** Smaller pictures within the text are logos and lines of signatures. */
const SMALL_PICTURE = 10_000;
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 500_000, maxRfc822NestingDepth: 5 };

/** Reads emails with postal-mime. `ours`: the addresses from which this service writes itself. */
export function createMailParser({ ours }: { readonly ours: readonly string[] }): ParseMail {
  const own = ours.map((address) => address.toLowerCase());
  return async (bytes, isWhole) => {
    try {
      return parsed(await PostalMime.parse(bytes, LIMITS), { bytes, isWhole, own });
    } catch {
      // What it says may be anything: no part of it goes into a log.
      return unread(bytes);
    }
  };
}

interface Given {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly own: readonly string[];
}

function parsed(email: Email, { bytes, isWhole, own }: Given): ParsedMail {
  const { address: from = '', name } = mailboxOf(email.from ?? email.sender);
  const types = email.attachments.map(({ mimeType }) => mimeType);
  const written = email.text?.trim() ? email.text : textOfHtml(email.html ?? '');
  const text = readableText(withoutControls(written)).slice(0, MOST_TEXT);
  const verdicts = verdictsOf(email.headers);
  const hasVirus = verdicts.includes('VIRUS');
  const files = isWhole && !hasVirus ? email.attachments.flatMap(cameWith) : [];
  const isBare = text === '' && email.html === undefined && email.attachments.length === 0;
  // Its words may stand where no part was found.
  const isBroken = isBare && isWhole && email.text === undefined && hasBody(bytes);
  const isNothing = isBroken || (isBare && from === '' && !email.subject);
  const odd: readonly [MailSign, boolean][] = [
    ['AUTOMATIC', isAutomatic(email.headers, from, own)],
    ['ENCRYPTED', isEncrypted(types, email.headers)],
    ['OUTLOOK_ONLY', email.attachments.some(isOutlookOnly)],
    ['TOO_BIG', !isWhole],
    ['UNREADABLE', isNothing],
    ['EMPTY', !isNothing && text === '' && files.length === 0],
  ];
  const signs = [...verdicts, ...odd.flatMap(([sign, is]) => (is ? [sign] : []))];
  const subject = line(email.subject ?? '');
  const shown = isNothing ? plainStart(bytes) : text;
  const sameAs = isBroken ? undefined : identityOf(email, files);
  return { from: line(from), name: line(name), subject, text: shown, files, signs, sameAs };
}

/** What can be said of an email that is none: its first letters, which may tell a person what it is. */
function unread(bytes: Uint8Array): ParsedMail {
  const signs = ['AUTOMATIC', 'UNREADABLE'] as const;
  return { ...{ from: '', name: '', subject: '', files: [], sameAs: undefined }, text: plainStart(bytes), signs };
}

/** Whether anything stands below the headers. */
const hasBody = (bytes: Uint8Array) =>
  /\r?\n\r?\n\s*\S/.test(Buffer.from(bytes.subarray(0, 600_000)).toString('latin1'));

const plainStart = (bytes: Uint8Array) =>
  readableText(withoutControls(Buffer.from(bytes.subarray(0, 10_000)).toString('utf8')));

function mailboxOf(address: Address | undefined): { readonly address?: string; readonly name: string } {
  const one = address?.group ? address.group[0] : address;
  return { address: one?.address ?? '', name: one?.name ?? '' };
}

function cameWith({ filename, mimeType, related, content }: Attachment): CameWith[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const isLogo = related === true && mimeType.startsWith('image/') && bytes.length < SMALL_PICTURE;
  return isLogo ? [] : [{ name: line(filename ?? ''), type: line(mimeType), content: bytes }];
}

function isOutlookOnly({ filename, mimeType }: Attachment): boolean {
  return mimeType === 'application/ms-tnef' || (filename ?? '').toLowerCase() === 'winmail.dat';
}

/**
 * One text for every delivery of one email: its Message-ID with all that a person reads of it. A Message-ID alone can be
 * made up, and would then hide the email of someone else.
 */
function identityOf(email: Email, files: readonly CameWith[]): string | undefined {
  const { messageId, date, subject, text, html } = email;
  if (!messageId) return undefined;
  const hash = createHash('sha256');
  for (const part of [messageId, date, subject, text, html, headerOf(email.headers, 'from')]) {
    hash.update(`${part?.length ?? 0} ${part ?? ''}\n`);
  }
  for (const { name, content } of files) hash.update(`${name} ${content.length}\n`).update(content);
  return hash.digest('hex');
}

const line = (text: string) => readableText(withoutControls(text).replace(/\s+/g, ' ')).slice(0, MOST_LINE);

/** Line breaks and tabs stay; every other character that steers a screen goes. */
function withoutControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .toWellFormed();
}

import type { MailSign } from '#domain/mail/incoming-mail.ts';

/** The headers of an email, by name in small letters; the topmost first, which is that of the last server. */
export type Headers = readonly { readonly key: string; readonly value: string }[];

/** The value of the topmost header of this name, trimmed; empty where there is none. */
export function headerOf(headers: Headers, name: string): string {
  return headers.find(({ key }) => key === name)?.value.trim() ?? '';
}

const MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+._-][^@]*)?@/i;

/**
 * Whether a machine sent it: an automatic reply, a bounce, a mailing list, or our own email that came back. No one answers
 * such a one, or two machines would write to each other. Source: RFC 3834, RFC 2919, and what Exchange sends.
 */
export function isAutomatic(headers: Headers, from: string, ours: readonly string[]): boolean {
  const submitted = headerOf(headers, 'auto-submitted').toLowerCase();
  if (submitted !== '' && !/^no\b/.test(submitted)) return true;
  if (/^(?:bulk|list|junk|auto_reply)$/i.test(headerOf(headers, 'precedence'))) return true;
  if (['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond'].some((name) => headerOf(headers, name) !== ''))
    return true;
  if (headerOf(headers, 'return-path') === '<>') return true;
  if (/^multipart\/report\b/i.test(headerOf(headers, 'content-type'))) return true;
  return from === '' || MACHINES.test(from) || ours.includes(from.toLowerCase());
}

/** What the scanner of the mail service found. Only its own header counts, which stands above whatever the sender wrote. */
export function verdictsOf(headers: Headers): MailSign[] {
  const failed = (name: string) => headerOf(headers, name).toUpperCase() === 'FAIL';
  return [
    ...(failed('x-ses-spam-verdict') ? (['SPAM'] as const) : []),
    ...(failed('x-ses-virus-verdict') ? (['VIRUS'] as const) : []),
  ];
}

/** Whether nothing can be read without a key that we do not have. */
export function isEncrypted(types: readonly string[], headers: Headers): boolean {
  const top = headerOf(headers, 'content-type').toLowerCase();
  const isSealed = /^multipart\/encrypted\b/.test(top) || types.includes('application/pgp-encrypted');
  return isSealed || types.some((type) => /^application\/(?:x-)?pkcs7-mime$/.test(type));
}

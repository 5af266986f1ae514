import { plainText } from './characters.ts';

/** What stands around an address that was copied from a mail program or a sentence: a name before `<...>`, a stop after it. */
const WITH_NAME = /^[^<>@]*<([^<>]*)>$/;
const LABEL = /^[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?$/i;

/** The address alone: `Robin Field <robin@example.org>;` is `robin@example.org`. Any other text comes back as plain text. */
export function bareEmail(typed: string): string {
  const text = plainText(typed)
    .replace(/^mailto:/i, '')
    .replace(/[.,;\s]+$/, '');
  return (WITH_NAME.exec(text)?.[1] ?? text).trim();
}

/** Whether every label of its domain is one that can exist: 63 characters at most, no hyphen at either end (RFC 1035). */
export function hasRealDomain(address: string): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.every((label) => LABEL.test(label));
}

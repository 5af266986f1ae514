import { bareEmail } from './email-address.ts';

/** A mailbox as it is compared and looked up: the address alone, without case, since no provider in use tells two apart by it. */
export function foldedMailbox(mailbox: string): string {
  return bareEmail(mailbox).toLowerCase();
}

/** Whether two addresses are one mailbox, as far as anyone outside its provider can tell. */
export function sameMailbox(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && foldedMailbox(a) === foldedMailbox(b);
}

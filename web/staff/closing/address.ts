import { recordAt } from '../records/address.ts';

/** Where a support that was closed by mistake is reopened. */
export function reopenAt(reference: string): string {
  return `${closingAt(reference)}/reopen`;
}

/** Where the support of one child is closed, and how it was closed is read. */
export function closingAt(reference: string): string {
  return `${recordAt(reference)}/close`;
}

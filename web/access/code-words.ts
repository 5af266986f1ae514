import type { StandingCode, Tried } from '#domain/people/guess-code.ts';
import { timeInWords } from '#domain/values/dates.ts';

/** Words of every page that asks for a code. */
export const codeWords = {
  enter: 'Enter the code from your email',
  newCode: 'Send a new code',
  missing: 'Enter the 6-digit code from your email',
  format: 'The code must be 6 digits, like 012345',
  notSent: 'We could not send the code',
  none: 'No code that we sent works now. Ask for a new one below.',
} as const;

/** Since when a code lies in the mailbox, to whoever must look for it. */
export function standingInWords({ sentAt, until }: StandingCode): string {
  return `We emailed a 6-digit code at ${timeInWords(sentAt)}. It works once, until ${timeInWords(until)}.`;
}

/** Why no new code was sent, and when one can be. */
export function waitInWords(againAt: string): string {
  return `We have not sent another code. You can ask for a new one from ${timeInWords(againAt)}.`;
}

/** Why a code lets no one in, and what to do. */
export function codeTrouble(tried: Exclude<Tried, { kind: 'RIGHT' }>): string {
  if (tried.kind === 'SPENT') return 'You tried this code too often. Ask for a new one below';
  if (tried.kind === 'EXPIRED') return 'This code has expired or has been used. Ask for a new one below';
  const left = tried.triesLeft === 1 ? 'one try' : `${tried.triesLeft} tries`;
  return `This is not the code that we sent last. You have ${left} left`;
}

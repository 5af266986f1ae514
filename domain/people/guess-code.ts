import type { Policy } from '../service/policy.ts';
import type { Challenge } from './challenge.ts';

/** Someone who enters a code, as hashes. */
export interface CodeGuess {
  readonly at: string;
  readonly codeHash: string;
  /** The hash of the link, or the page where there is no link. */
  readonly through: string;
  /** The hash of what the page that asked for this code holds. */
  readonly asker?: string;
}

export type Tried =
  | { readonly kind: 'RIGHT' }
  | { readonly kind: 'WRONG'; readonly triesLeft: number }
  | { readonly kind: 'SPENT' }
  | { readonly kind: 'EXPIRED' };

type Limits = Pick<Policy, 'codeTries'>;

/** Since when a code lies in a mailbox, and until when it works. */
export interface StandingCode {
  readonly sentAt: string;
  readonly until: string;
}

/** The code that lies in a mailbox and was neither entered nor runs out by now. */
export function standingCode(current: Challenge | undefined, at: string): StandingCode | undefined {
  if (!current || current.codeHash === '' || at >= current.expiresAt) return undefined;
  return { sentAt: current.lastSentAt, until: current.expiresAt };
}

/** Whether all tries of whoever comes through this link are used up. */
export function isSpent(current: Challenge, through: string, limits: Limits): boolean {
  return leftThrough(current, through, limits) === 0;
}

/**
 * The challenge after one guess, and what to say of it. Tries are counted by link, and apart for the page that asked for
 * the code. So a stranger's guesses through one link leave those of every other, and of who asked, as they are.
 */
export function guessedCode(
  current: Challenge | undefined,
  guess: CodeGuess,
  limits: Limits,
): { readonly next?: Challenge; readonly result: Tried } {
  if (!current || current.codeHash === '' || guess.at >= current.expiresAt) return { result: { kind: 'EXPIRED' } };
  const { asker } = current;
  const isAsker = asker !== undefined && asker.hash === guess.asker;
  const left = isAsker ? asker.triesLeft : leftThrough(current, guess.through, limits);
  if (left === 0) return { result: { kind: 'SPENT' } };
  if (current.codeHash === guess.codeHash) return { next: { ...current, codeHash: '' }, result: { kind: 'RIGHT' } };
  const triesLeft = left - 1;
  const others = (current.guesses ?? []).filter(({ through }) => through !== guess.through);
  const counted = isAsker
    ? { asker: { ...asker, triesLeft } }
    : {
        guesses: [...others, { through: guess.through, triesLeft }],
        triesLeft: Math.min(current.triesLeft, triesLeft),
      };
  return {
    next: { ...current, ...counted },
    result: triesLeft === 0 ? { kind: 'SPENT' } : { kind: 'WRONG', triesLeft },
  };
}

/** A code that an earlier release sent has one count for all links. */
function leftThrough({ guesses, triesLeft }: Challenge, through: string, { codeTries }: Limits): number {
  if (!guesses) return triesLeft;
  return guesses.find((known) => known.through === through)?.triesLeft ?? codeTries;
}

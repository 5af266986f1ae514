import type { Policy } from '../service/policy.ts';
import { plusMinutes } from '../values/dates.ts';
import type { Challenge } from './challenge.ts';
import { isSpent, type StandingCode, standingCode } from './guess-code.ts';

type Budgets = 'codeBurst' | 'codeWindowMinutes' | 'codeFreshMinutes' | 'newCodeMinutes' | 'newCodeBurst';
export type CodeLimits = Pick<Policy, 'codeMinutes' | 'codeTries' | Budgets>;

/** Someone who asks for a code, or for a new one in place of the last. */
export interface CodeAsk {
  readonly at: string;
  /** The hash of the link, or the page where there is no link. */
  readonly through: string;
  readonly isNew: boolean;
}

type Issues = NonNullable<Challenge['issues']>;

export type CodeAnswer =
  | { readonly kind: 'MAIL'; readonly issues: Issues }
  | ({ readonly kind: 'IN_MAILBOX' } & StandingCode)
  | { readonly kind: 'WAIT'; readonly againAt: string };

/**
 * Whether asking for a code sends one. While a fresh one that works lies in the mailbox, only asking for a new one does.
 * So a program that presses every button causes one email, and kills no code that a person is about to type. A code that
 * was entered rightly gives its place back at once: only that mailbox could do so.
 */
export function askedForCode(current: Challenge | undefined, ask: CodeAsk, limits: CodeLimits): CodeAnswer {
  const { at } = ask;
  const last = standingCode(current, at);
  const isGuessedUp = current !== undefined && isSpent(current, ask.through, limits);
  if (last && !ask.isNew && !isGuessedUp && at <= plusMinutes(last.sentAt, limits.codeFreshMinutes)) {
    return { kind: 'IN_MAILBOX', ...last };
  }
  const since = plusMinutes(at, -limits.codeWindowMinutes);
  const issues = (current?.issues ?? []).filter((issue) => issue.at > since);
  const budget = last && budgetOf(ask, isGuessedUp);
  const ofBudget = issues.filter((issue) => budget !== undefined && issue.budget === budget);
  const waits = [
    last && ask.isNew ? plusMinutes(last.sentAt, limits.newCodeMinutes) : at,
    freeAgainAt(issues, limits.codeBurst, limits) ?? at,
    freeAgainAt(ofBudget, limits.newCodeBurst, limits) ?? at,
  ];
  const againAt = waits.toSorted().at(-1) ?? at;
  if (at < againAt) return { kind: 'WAIT', againAt };
  return { kind: 'MAIL', issues: [...issues, { at, ...(budget === undefined ? {} : { budget }) }] };
}

/** Codes that others guessed away do not use up those that are asked for, and the reverse. */
function budgetOf({ isNew, through }: CodeAsk, isGuessedUp: boolean): string | undefined {
  if (isNew) return `NEW ${through}`;
  return isGuessedUp ? `GUESSED ${through}` : undefined;
}

/** When the oldest of as many issues as are allowed leaves the window; undefined while there are fewer. */
function freeAgainAt(issues: Issues, most: number, { codeWindowMinutes }: CodeLimits): string | undefined {
  const oldest = issues.at(-most);
  return oldest && plusMinutes(oldest.at, codeWindowMinutes);
}

import type { Case } from '../case/case.ts';
import { targetDate } from '../lists/target.ts';
import type { Policy } from '../service/policy.ts';
import type { Support } from '../support/support.ts';
import { daysBetween, londonDateOf } from '../values/dates.ts';
import { GROUPINGS, type Group } from './group.ts';
import { monthOf, weekOf } from './period.ts';

/** One thing that is counted once in a period. A line has codes and numbers alone: `OUTCOME|DECLINED|GP|Taunton|ENGLISH`. */
export interface PeriodLine {
  readonly period: string;
  readonly line: string;
}

/** What became of referrals, in the order in which it is shown. */
export const RESULTS = ['ACCEPTED', 'REDIRECTED', 'DECLINED', 'ENDED_BEFORE'] as const;
export type Result = (typeof RESULTS)[number];

const RESULT_OF: Readonly<Record<string, Result>> = {
  ACCEPT_INITIAL_ASSESSMENT: 'ACCEPTED',
  INVITE_GROUP: 'ACCEPTED',
  INVITE_LITTLE_TREASURES: 'ACCEPTED',
  REDIRECT: 'REDIRECTED',
  DECLINE: 'DECLINED',
};

type Counted = Pick<Case, 'receivedAt' | 'decisions' | 'history' | 'imported'>;

/**
 * What a case adds to the figures, apart from its groups: that it came, each decision of triage, how long the first took, and
 * whether support began within the aim. It depends on what happened and not on today, so any later night counts the same. A
 * child who came with a present list is no referral to us.
 */
export function linesOf(theCase: Counted, support: Support | undefined, policy: Policy): PeriodLine[] {
  const receivedOn = londonDateOf(theCase.receivedAt);
  const decided = theCase.decisions
    .filter(({ kind }) => kind === 'TRIAGE')
    .map(({ decidedAt }) => londonDateOf(decidedAt))
    .sort();
  const [first] = decided;
  const took = first === undefined ? 0 : Math.max(0, daysBetween(receivedOn, first));
  return [
    ...(theCase.imported ? [] : [{ period: weekOf(receivedOn), line: 'RECEIVED' }]),
    ...decided.map((on) => ({ period: weekOf(on), line: 'DECIDED' })),
    ...(first === undefined ? [] : [{ period: weekOf(first), line: `TRIAGED|${took}` }]),
    ...startOf(support, policy),
  ];
}

function startOf(support: Support | undefined, policy: Policy): PeriodLine[] {
  const { on, place } = support?.started ?? {};
  if (on === undefined || !place) return [];
  const isInTime = on <= targetDate(place.acceptedOn, policy);
  return [{ period: monthOf(on), line: isInTime ? 'STARTED|IN_TIME' : 'STARTED|LATE' }];
}

/** What became of a referral at last, and on which day; undefined while nothing has, and for a child of a present list. */
export function resultOf({ decisions, history, imported }: Counted): { on: string; result: Result } | undefined {
  if (imported) return undefined;
  const found = [
    ...decisions.flatMap(({ kind, outcome, effectiveAt }) => {
      const result = kind === 'TRIAGE' ? RESULT_OF[outcome] : undefined;
      return result ? [{ at: effectiveAt, result }] : [];
    }),
    ...history.flatMap(({ event, at }) =>
      event === 'STOPPED' || event === 'WITHDRAWN' ? [{ at, result: 'ENDED_BEFORE' as const }] : [],
    ),
  ];
  const isDecided = found.some(({ result }) => result !== 'ENDED_BEFORE');
  const counted = isDecided ? found.filter(({ result }) => result !== 'ENDED_BEFORE') : found;
  const last = counted.sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
  return last && { on: londonDateOf(last.at), result: last.result };
}

/** What the result of a referral adds, by the groups to which it belongs. */
export function outcomeLine({ on, result }: { on: string; result: Result }, group: Group): PeriodLine {
  return { period: monthOf(on), line: ['OUTCOME', result, ...GROUPINGS.map((by) => group[by])].join('|') };
}

/** The groups and the result of such a line; undefined for any other. */
export function outcomeIn(line: string): { readonly result: string; readonly group: Group } | undefined {
  const [what, result, role, locality, language] = line.split('|');
  if (what !== 'OUTCOME' || result === undefined || role === undefined || locality === undefined) return undefined;
  return language === undefined ? undefined : { result, group: { role, locality, language } };
}

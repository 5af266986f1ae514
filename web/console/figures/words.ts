import type { Grouping } from '#domain/figures/group.ts';
import type { Result } from '#domain/figures/lines.ts';
import type { AGES, STAGES } from '#domain/figures/present.ts';
import { SMALLEST_SHOWN } from '#domain/figures/suppress.ts';

/** Words of the figures of the service. */
export const figureWords = {
  title: 'Figures',
  asOf: (at: string) => `Counted on ${at}. The service counts once a night.`,
  never: 'Nothing was counted yet. The service counts once a night.',
  table: 'Show these figures as a table',
  csv: (title: string) => `Download as CSV: ${title}`,
  nothing: 'There is nothing to show yet.',
  keeps: 'A referral stays in these figures after its record is erased.',
  small: `We show no number under ${SMALLEST_SHOWN}. We hide other numbers too, so that no one can work out a small one.`,
  hidden: 'Not shown',
  total: 'Total',
  year: (from: string, to: string) => `From ${from} to ${to}.`,
  week: 'Week from',
  month: 'Month',
  flow: 'Referrals and decisions each week',
  flowLegend: 'Dark: referrals. Light: decisions of the triage team.',
  received: 'Referrals',
  decided: 'Decisions',
  triage: 'Days until the triage team first decides',
  triageLegend: 'The middle number of days of the first decisions in a week.',
  first: 'First decisions',
  median: 'Middle number of days',
  slowest: 'Most days',
  ages: 'Age of open cases',
  agesLegend: 'From the day on which the referral came.',
  age: 'Age',
  waiting: 'Who waits, by type of support and area',
  waitingLegend: (months: number) => `Dark: all who wait. Light: who wait for over ${months} months.`,
  list: 'Waiting list',
  waits: 'Waiting',
  over: (months: number) => `Over ${months} months`,
  share: (months: number) => `Support that began within ${months} months`,
  shareLegend: 'The percentage of the children whose support began in a month.',
  inTime: 'In time',
  late: 'Later',
  percent: 'Percentage in time',
} as const;

export const groupWords: Readonly<Record<Grouping, { readonly title: string; readonly head: string }>> = {
  role: { title: 'What became of referrals, by role of the referrer', head: 'Role' },
  locality: { title: 'What became of referrals, by area', head: 'Area' },
  language: { title: 'What became of referrals, by language', head: 'Language' },
};

export const resultWords: Readonly<Record<Result, string>> = {
  ACCEPTED: 'Accepted',
  REDIRECTED: 'Redirected',
  DECLINED: 'Not accepted',
  ENDED_BEFORE: 'Ended before a decision',
};

export const stageWords: Readonly<Record<(typeof STAGES)[number], string>> = {
  BEFORE_DECISION: 'Before a decision',
  ON_LIST: 'On a waiting list',
  IN_SUPPORT: 'Has a place, or in support',
};

export const ageWords: Readonly<Record<(typeof AGES)[number][0], string>> = {
  UP_TO_2_WEEKS: 'Up to 2 weeks',
  UP_TO_4_WEEKS: 'Over 2, up to 4 weeks',
  UP_TO_8_WEEKS: 'Over 4, up to 8 weeks',
  UP_TO_13_WEEKS: 'Over 8, up to 13 weeks',
  UP_TO_26_WEEKS: 'Over 13, up to 26 weeks',
  UP_TO_52_WEEKS: 'Over 26, up to 52 weeks',
  OVER_52_WEEKS: 'Over 52 weeks',
};

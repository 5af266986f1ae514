import { areaWords } from '../../staff/area/words.ts';

/** Words of the front page of the console. */
export const frontWords = {
  title: areaWords.console,
  fine: 'Nothing is wrong',
  wrong: (things: number) => (things === 1 ? 'One thing is wrong' : `${things} things are wrong`),
  urgent: 'The most urgent is first.',
  asOf: (at: string) => `Counted on ${at}. The service counts once a minute.`,
  neverCounted: 'Nothing was counted yet.',
  states: 'Cases by state',
  state: 'State',
  cases: 'Cases',
  longest: 'Longest wait',
  late: 'Late',
  isLate: 'Late',
  hourly: (at: string) => `Waiting lists and support were counted on ${at}, once an hour.`,
  owed: 'What else waits',
  waiting: 'Waiting',
  last: 'When things last happened',
  lastReferral: 'Last referral',
  lastSweep: 'Last look at what is due',
  lastNight: 'Lists last added up',
  never: 'Not yet',
  notCounted: 'Not known',
} as const;

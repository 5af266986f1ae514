import { AssemblyError } from '../assembly/template.ts';
import { cronNext } from './cron.ts';

export type Schedule = {
  /** The first instant after `after` (ms) at which it is due. */
  next(after: number): number;
  /**
   * EVERY_MINUTE: it looks for what is due, and moved time runs it where something is. BY_DAY: it is due more than once a day, and
   * moved time runs it where it comes to rest. RARE: moved time stops for each.
   */
  pace: 'EVERY_MINUTE' | 'BY_DAY' | 'RARE';
};

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export function parseSchedule(ruleName: string, expression: string): Schedule {
  const next = rateNext(expression) ?? cronNext(/^cron\((.*)\)$/.exec(expression)?.[1] ?? '');
  if (next === undefined)
    throw new AssemblyError(`${ruleName}.ScheduleExpression: ${expression} is not supported here.`);
  const first = next(0);
  const between = next(first) - first;
  return { next, pace: paceOf(between) };
}

function paceOf(between: number): Schedule['pace'] {
  if (between <= MINUTE_MS) return 'EVERY_MINUTE';
  return between < DAY_MS ? 'BY_DAY' : 'RARE';
}

function rateNext(expression: string): Schedule['next'] | undefined {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (match === null) return undefined;
  const period = Number(match[1]) * (UNIT_MS[match[2] ?? ''] ?? 0);
  return (after) => (Math.floor(after / period) + 1) * period;
}

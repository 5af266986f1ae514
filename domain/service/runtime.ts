import { daysBetween, londonDateOf } from '../values/dates.ts';

/**
 * What runs the functions, and the day until which AWS looks after it. Afterwards it gets no repairs, and soon no function can
 * be changed. Source: AWS Lambda Developer Guide, "Lambda runtimes".
 */
export const RUNTIME = { name: 'nodejs24.x', supportedUntil: '2028-04-30' } as const;

/** How many days AWS still looks after the runtime, counted from the date of an instant in London; 0 once that is over. */
export function runtimeDaysLeft(at: string): number {
  return Math.max(0, daysBetween(londonDateOf(at), RUNTIME.supportedUntil));
}

import * as z from 'zod';
import { plusMinutes } from '../values/dates.ts';
import { stored } from '../values/stored.ts';

/** How long alarms after a first one are gathered into one email, in minutes. */
const MINUTES = 10;
/** The most alarms whose ids are kept; the others are counted. */
const MOST = 50;

/**
 * The alarms that came within ten minutes after a first one, whose id it has: they go to the duty mailbox together. Once it is
 * closed no other joins it.
 */
export const alarmWindowSchema = stored({
  id: z.string(),
  version: z.int().min(1),
  closesAt: z.iso.datetime(),
  alarms: z.array(z.string()),
  count: z.int().min(0),
  isClosed: z.boolean().optional(),
});
export type AlarmWindow = z.infer<typeof alarmWindowSchema>;

/** Which alarm was the last to go alone, and until when others wait for each other. */
export const lastAlarmSchema = stored({ version: z.int().min(1), first: z.string(), closesAt: z.iso.datetime() });
export type LastAlarm = z.infer<typeof lastAlarmSchema>;

/** The record of an alarm that goes alone now. */
export function alarmAlone(before: LastAlarm | undefined, id: string, now: string): LastAlarm {
  return { version: (before?.version ?? 0) + 1, first: id, closesAt: plusMinutes(now, MINUTES) };
}

/** Whether an alarm of now goes alone: none has in the last ten minutes, and those that wait for each other have gone. */
export function goesAlone(last: LastAlarm | undefined, window: AlarmWindow | undefined, now: string): boolean {
  return last === undefined || (now >= last.closesAt && (window === undefined || window.isClosed === true));
}

/** The window with one more alarm, each once; undefined when it is closed. */
export function joined(window: AlarmWindow | undefined, last: LastAlarm, id: string): AlarmWindow | undefined {
  const { first, closesAt } = last;
  const open = window ?? { id: first, version: 0, closesAt, alarms: [], count: 0 };
  if (open.isClosed) return undefined;
  const alarms = [...open.alarms, id].slice(0, MOST);
  return { ...open, version: open.version + 1, alarms, count: open.count + 1 };
}

/** The window once nothing may join it any more; undefined when that was so before. */
export function closed(window: AlarmWindow): AlarmWindow | undefined {
  return window.isClosed ? undefined : { ...window, version: window.version + 1, isClosed: true };
}

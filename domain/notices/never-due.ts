import { addDays, plusMinutes } from '../values/dates.ts';
import { noticeDueAt, putOff } from './ledger.ts';
import type { Notice } from './notice.ts';

/** No email that goes alone is put off for longer than this, in minutes. */
const LONGEST_ALONE = 24 * 60;
/** What waits for a digest goes after 28 days at the latest, on the next working morning; a long row of days off is allowed for. In days. */
const LONGEST_HELD = 42;

/** Whether a notice that was begun would be looked at so late that no one can have meant it: a clock was wrong, or a hand in the table. */
export function neverDue(notice: Notice, now: string): boolean {
  const due = noticeDueAt(notice);
  if (due === undefined) return false;
  const latest =
    notice.heldUntil === undefined ? plusMinutes(now, LONGEST_ALONE) : `${addDays(now.slice(0, 10), LONGEST_HELD)}T`;
  return due > latest;
}

/** The entry as the sweeper takes it up with its next run. Whether it went is not known, so a second one is marked as such. */
export function sentFromNow({ heldUntil: _held, ...notice }: Notice, now: string): Notice {
  return { ...putOff(notice, now), attempts: notice.attempts + 1, why: 'MAYBE_SENT' };
}

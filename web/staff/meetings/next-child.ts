import { londonDateOf } from '#domain/values/dates.ts';
import type { StaffDeps } from '../deps.ts';
import { meetingAt } from './calendar.ts';
import { meetingWords } from './words.ts';

/** What follows in the meeting that is on: the next child, or that there is none; with the way back to the agenda. */
export interface NextChild {
  readonly on: string;
  readonly taskId: string | undefined;
  readonly said: string;
  readonly back: string;
}

/**
 * The child who follows this one on the agenda of today, or else comes before it and is still open. Undefined outside a
 * meeting at which someone recorded who is there.
 */
export async function nextChildOf(
  deps: Pick<StaffDeps, 'meetings' | 'readAgenda' | 'readTeam' | 'now'>,
  { taskId }: { readonly taskId: string },
): Promise<NextChild | undefined> {
  const on = londonDateOf(deps.now());
  const sitting = await deps.meetings.readSitting(on);
  if (!sitting?.agenda.some((entry) => entry.taskId === taskId)) return undefined;
  const team = await deps.readTeam();
  const meeting = meetingAt(team, on, deps.now());
  if (!meeting) return undefined;
  const { items } = await deps.readAgenda(team.meetings ?? [], meeting);
  const at = items.findIndex((item) => item.taskId === taskId);
  const next = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find(({ isOpen }) => isOpen);
  const said = next ? meetingWords.next(next.reference) : meetingWords.allDone;
  return { on, taskId: next?.taskId, said, back: meetingWords.back };
}

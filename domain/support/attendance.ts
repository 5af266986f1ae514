import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Attendance } from './attendance-shape.ts';
import { changed } from './change.ts';
import { supportStarted } from './end.ts';
import { holdsSlot } from './offer.ts';
import type { Support } from './support.ts';

/** What was recorded of a child in one session. */
export interface Attended {
  readonly group: string;
  readonly on: string;
  readonly isPresent: boolean;
  readonly by: Actor;
}

/** What stands of a child for this session; undefined where nothing was recorded. */
export function attendanceOn(
  { attendance = [] }: Pick<Support, 'attendance'>,
  group: string,
  on: string,
): Attendance | undefined {
  return attendance.find((one) => one.group === group && one.on === on);
}

/**
 * Since when a child has a place in this group, as a local date or instant: from the answer that accepted it. Undefined where
 * the child has none, or support has ended.
 */
export function inGroupSince(
  { status, offers }: Pick<Support, 'status' | 'offers'>,
  group: string,
): string | undefined {
  const last = offers.at(-1);
  const isThere = (status === 'ACCEPTED' || status === 'STARTED') && last !== undefined && holdsSlot(last);
  return isThere && last.slot.id.startsWith(`${group}-`) ? last.answer?.at : undefined;
}

/**
 * The support with what was recorded of one session; a later record of the same session replaces the one before, and both stand
 * in the history. The first attendance starts support and stops the clock by this very write. Undefined where it stands already.
 */
export function attended(support: Support, moment: Moment, { by, ...said }: Attended): Support | undefined {
  const { group, on, isPresent } = said;
  if (inGroupSince(support, group) === undefined) return undefined;
  const before = attendanceOn(support, group, on);
  if (before?.isPresent === isPresent) return undefined;
  const others = (support.attendance ?? []).filter((one) => one !== before);
  const attendance = [...others, { ...said, at: moment.now, by }].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const patch = { attendance, moveBy: support.moveBy, ...startedEarlier(support, said) };
  const next = changed(support, moment, patch, { event: 'GROUP_ATTENDANCE', by, ...said });
  return (isPresent && supportStarted(next, moment, { on, by })) || next;
}

/** A register that is filled in late may show an earlier first attendance. */
function startedEarlier(
  { started }: Support,
  { on, isPresent }: Pick<Attended, 'on' | 'isPresent'>,
): Pick<Partial<Support>, 'started'> {
  return started && isPresent && on < started.on ? { started: { ...started, on } } : {};
}

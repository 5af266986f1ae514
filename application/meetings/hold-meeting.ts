import type { Actor } from '#domain/people/actor.ts';
import type { Meeting } from '#domain/people/meetings.ts';
import { attended } from '#domain/people/sitting.ts';
import { Transient } from '#domain/problems/errors.ts';
import { type AgendaDeps, readAgenda } from './read-agenda.ts';

const ATTEMPTS = 25;

/**
 * Records once who is at a meeting, with its agenda of that moment: each decision that is made there takes both from it. A
 * later record replaces who was there and keeps what was on the agenda.
 */
export function holdMeeting(deps: AgendaDeps) {
  const read = readAgenda(deps);
  return async (
    calendar: readonly Meeting[],
    meeting: Meeting,
    present: readonly string[],
    by: Actor,
  ): Promise<void> => {
    const { items } = await read(calendar, meeting);
    const agenda = items.map(({ reference, taskId, isWaiting }) => ({
      ...{ reference, taskId },
      ...(isWaiting ? { isWaiting } : {}),
    }));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await deps.meetings.readSitting(meeting.on);
      const next = attended(before, { on: meeting.on, present, agenda }, { now: deps.now(), by });
      if (await deps.meetings.saveSitting(next)) return;
    }
    throw new Transient('What is kept of a meeting changed too often to be saved.');
  };
}

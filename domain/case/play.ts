import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { hasDied } from './death.ts';
import { isQuiet } from './imported.ts';
import { startsIn } from './school.ts';

/** What a family is told about that is invited to Stay and Play, because its support ended before the service began. */
export const PLAY = 'STAY_AND_PLAY';

type OfImport = Pick<Case, 'imported'>;

/**
 * The case once its family is invited to Stay and Play. Undefined where they were, and of a child who has died, has started
 * school, waits for the release of the file, or did not come with support that had ended. The family is told by the sweeper.
 */
export function playInvited(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const { imported, moveBy } = theCase;
  if (!imported?.ended || imported.play || hasDied(theCase) || isQuiet(theCase)) return undefined;
  if (hasStarted(theCase, moment.now)) return undefined;
  const play = { at: moment.now, by, toTell: moment.now };
  return applyChange(theCase, moment, { imported: { ...imported, play }, moveBy }, { event: 'PLAY_INVITED', by });
}

/** Whether the child goes to school by now. */
function hasStarted(theCase: Pick<Case, 'school'>, now: string): boolean {
  const year = startsIn(theCase);
  return year !== undefined && londonDateOf(now) >= `${year}-09-01`;
}

/** Since when a family is to be told of it; undefined when it was, or no one invited them. */
export function playOwedSince({ imported }: OfImport): string | undefined {
  return imported?.play?.toTell;
}

/** The case once its family was told. Undefined where nothing was owed. */
export function playTold(theCase: Case, moment: Moment): Case | undefined {
  const { imported, moveBy } = theCase;
  if (!imported?.play || playOwedSince(theCase) === undefined) return undefined;
  const { toTell: _told, ...play } = imported.play;
  return applyChange(theCase, moment, { imported: { ...imported, play }, moveBy });
}

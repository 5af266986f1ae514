import { placeOf } from '../lists/place.ts';
import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { EndOfCase } from '../support/end.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { TAKEN_OFF } from './change-entry.ts';
import { isOpen } from './codes.ts';
import { restarted } from './run.ts';
import { owedToWorkflow } from './withdraw.ts';

/** The case of a child who is to be offered something for the first time; undefined where they do not wait on a list. */
export function toSupportBegun(theCase: Case, moment: Moment): Case | undefined {
  const { toSupport, status, list, moveBy } = theCase;
  if (toSupport || status !== 'ON_WAITING_LIST' || !list) return undefined;
  return applyChange(theCase, moment, { toSupport: { at: moment.now }, moveBy });
}

/** The case once a support holds the place; undefined where it is known already. One that ended meanwhile stays as it is. */
export function toSupportDone(theCase: Case, moment: Moment): Case | undefined {
  const { toSupport, status, list, moveBy } = theCase;
  if (!toSupport || toSupport.doneAt !== undefined) return undefined;
  const patch = { toSupport: { ...toSupport, doneAt: moment.now }, moveBy };
  if (status !== 'ON_WAITING_LIST' || !list) return applyChange(theCase, moment, patch);
  const handed = { event: 'TO_SUPPORT', by: MACHINE, from: placeOf(list) } as const;
  return applyChange(theCase, moment, { ...patch, status: 'IN_SUPPORT', list: null }, handed);
}

/** Why the support of this case ends, or that it goes on; undefined where it is as it should be. */
export function supportOwed(theCase: Case): EndOfCase | 'RESUME' | undefined {
  const { toSupport, death, status } = theCase;
  if (!toSupport || toSupport.doneAt === undefined) return undefined;
  const why = death ? 'DIED' : isOpen(status) ? undefined : 'WITHDRAWN';
  if (why !== undefined) return toSupport.endedAt === undefined ? why : undefined;
  return toSupport.endedAt === undefined ? undefined : 'RESUME';
}

/** The case once its support was ended with it, or goes on again. */
export function supportFollowed(theCase: Case, moment: Moment): Case | undefined {
  const owed = supportOwed(theCase);
  if (!theCase.toSupport || owed === undefined) return undefined;
  const { endedAt: _before, ...toSupport } = theCase.toSupport;
  const ended = owed === 'RESUME' ? {} : { endedAt: moment.now };
  return applyChange(theCase, moment, { toSupport: { ...toSupport, ...ended }, moveBy: theCase.moveBy });
}

/** Since when the sweeper must see to the support of this case; undefined when nothing is to be done. */
export function toSupportDueAt(theCase: Case): string | undefined {
  const { toSupport, updatedAt } = theCase;
  if (!toSupport) return undefined;
  if (toSupport.doneAt === undefined) return toSupport.at;
  return supportOwed(theCase) === undefined ? undefined : updatedAt;
}

/** The case once its child was taken off the lists while a support held the place: people are told, and it ends. */
export function takenOffInSupport(theCase: Case, moment: Moment): Case | undefined {
  if (theCase.status !== 'IN_SUPPORT') return undefined;
  const ending = { status: 'CLOSED', outcome: TAKEN_OFF, next: 'NOTIFY', task: null } as const;
  const ended = applyChange(theCase, moment, { ...ending, outbox: owedToWorkflow(theCase) });
  return theCase.parked === null && theCase.next !== 'DONE' ? ended : restarted(ended, moment, MACHINE);
}

import type { Actor } from '../people/actor.ts';
import * as process from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

type Moment = process.Moment;

const recorder: process.Recorder<Case> = { change: applyChange };

/** The case once a workflow of its own has shown itself: the start is no longer owed. */
export function workflowStarted(theCase: Case, moment: Moment): Case {
  return process.started(recorder, theCase, moment);
}

/** The case that owes a wake-up to a wait that has begun for nothing: what was waited for has happened already. */
export function wakeOwed(theCase: Case, moment: Moment, token: string): Case {
  return process.wakeOwed(recorder, theCase, moment, token);
}

/** The case parked for an operator, or for the sweeper to restart; what people were doing stays open. */
export function parked(theCase: Case, moment: Moment, why: string): Case {
  return process.parked(recorder, theCase, moment, why);
}

/** The case with a new workflow owed, which takes it up where it stands; reminders begin again. */
export function restarted(theCase: Case, moment: Moment, by: Actor, text?: string): Case {
  const fresh = theCase.task ? { ...theCase, task: { ...theCase.task, round: 0 } } : theCase;
  return process.restarted(recorder, fresh, moment, by, text);
}

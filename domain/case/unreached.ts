import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { NewEvent } from './event.ts';

type Unreached = Extract<NewEvent, { event: 'NOTICE_FAILED' | 'NOTICE_NEEDS_A_PERSON' }>;

/** The case with a notice in its history that reached no one, for people to see; the workflow's deadline stays. */
export function noted(theCase: Case, moment: Moment, event: Unreached): Case {
  const { notice, why } = event;
  const unreached = [...(theCase.unreached ?? []), { notice, why }];
  return applyChange(theCase, moment, { unreached, moveBy: theCase.moveBy }, event);
}

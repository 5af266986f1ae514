import type { Actor } from '../people/actor.ts';
import type { Todo } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** The case once a person has seen its stop, with their note where they wrote one. Undefined when someone had. */
export function stopSeen(
  theCase: Case,
  moment: Moment,
  { by, todo, note }: { readonly by: Actor; readonly todo: string; readonly note: string },
): Case | undefined {
  if (theCase.stopSeen?.todo === todo) return undefined;
  const patch = { stopSeen: { todo, at: moment.now, by }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'STOP_SEEN', by, ...(note === '' ? {} : { text: note }) });
}

/** Whether who does this TODO sees nothing of the record: its family did not agree to the referral, or a letter is all there is to it. */
export function isWithoutRecord({ kind, why }: Pick<Todo, 'kind' | 'why'>): boolean {
  return kind === 'PRINT_LETTER' || (kind === 'SEE_STOP' && why === 'NOT_ACCEPTED_NO_CONSENT');
}

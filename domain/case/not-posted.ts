import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** What is entered of a letter that could not be posted. `todo`: what asked for it. */
export interface NotPosted {
  readonly about: string;
  readonly by: Actor;
  readonly words: string;
  readonly todo: string;
}

/** The case with that a letter could not be posted in its history, once for each TODO. The workflow's deadline stays. */
export function letterNotPosted(
  theCase: Case,
  moment: Moment,
  { about, by, words, todo }: NotPosted,
): Case | undefined {
  if (theCase.notPosted?.includes(todo)) return undefined;
  const patch = { notPosted: [...(theCase.notPosted ?? []), todo], moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'LETTER_NOT_POSTED', by, about, text: words });
}

import { inLanes } from '#application/sweep/in-lanes.ts';
import type { Case } from '#domain/case/case.ts';
import type { Person, Role } from '#domain/people/person.ts';
import { referenceOfTodo, type Todo } from '#domain/people/todo.ts';
import { errorName } from '#domain/problems/errors.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { ConsoleQueue } from '../address.ts';
import type { ConsoleDeps } from '../deps.ts';
import type { Waiting } from '../queue/rows.ts';

/** As many as one press of a list does, so that it ends long before the page would. */
export const MOST_AT_ONCE = 100;
const LANES = 8;

/**
 * What a press came to for one. SAME: it was so already. REFUSED: it must not be, and `said` is why. FAILED: it is as it was,
 * and `error` is the name of what failed.
 */
export interface Came {
  readonly came: 'DONE' | 'SAME' | 'REFUSED' | 'FAILED';
  readonly said: string;
  readonly error?: string | undefined;
}

export interface Outcome extends Came {
  readonly item: string;
  readonly reference: string;
}

/** What was pressed: by whom, with which reason and what else was selected. */
export interface Press {
  readonly access: AreaAccess;
  readonly reason: string;
  readonly fields: FormFields;
  /** The first that is pressed: what several have in common, such as one email, stands with it. */
  readonly anchor: string;
}

/** One of several that must be selected beside a reason. */
export interface Choice {
  readonly name: 'to' | 'other';
  readonly legend: string;
  readonly missing: string;
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: { readonly text: string };
  }[];
}

export interface ActWords {
  /** The act, as its link and its button call it. */
  readonly what: string;
  /** The same for all that a list shows; none for what is done one by one only. */
  readonly whatAll?: string;
  /** What comes of it, and when it is the right one. */
  readonly lead: readonly string[];
  readonly reason: string;
  readonly hint: string;
  /** What is said where there is no reason. */
  readonly missing: string;
  /** The button for so many. */
  readonly all: (n: number) => string;
  /** The same where each is selected by hand. */
  readonly allTicked?: string;
  /** How many of a set were done. */
  readonly done: (n: number, of: number) => string;
}

/** A case as an act looks at it. */
export interface Fit {
  readonly theCase: Case;
  readonly todos: readonly Todo[];
  readonly person: Person;
  readonly now: string;
}

/** What an act can be pressed for in one case: a name that also says what was seen, and what it is about where there are several. */
export interface Target {
  readonly item: string;
  readonly about?: string;
}

/**
 * Something that can be done on the console, for one case or for a list. Here stands who may press it, what it fits, on which
 * lists it is offered and which use case does it. `items` name what it is done to, without a space.
 */
export interface Act {
  /** The last part of its address. */
  readonly at: string;
  readonly roles: readonly Role[];
  readonly words: ActWords;
  /** What of a case it fits now; undefined where it is not pressed on the page of a case. */
  readonly targets?: (fit: Fit) => readonly Target[];
  /** The lists whose whole it is pressed for, with the name of one row; none for what is done one by one only. */
  readonly lists: readonly ConsoleQueue[];
  readonly nameOf: (row: Waiting) => string | undefined;
  readonly choice?: (deps: ConsoleDeps, access: AreaAccess, item: string) => Promise<Choice>;
  /** What may be ticked beside a reason. */
  readonly tick?: { readonly name: string; readonly text: string; readonly hint: string };
  /** What is said where there is none to select. */
  readonly nothingToChoose?: string;
  /** Whether it cannot be undone, or stops everything: its button warns, and of a list each one is selected by hand. */
  readonly isGrave?: true;
  readonly one: (deps: ConsoleDeps, item: string, press: Press) => Promise<Came>;
}

/** The reference of the case that an item is of. */
export function referenceOfItem(item: string): string {
  const [first = ''] = item.split('/');
  return referenceOfTodo(first) ?? first.replace(/-T\d+$/, '');
}

/** The name of a row by its case alone. */
export function byCase({ reference }: Waiting): string | undefined {
  return reference !== undefined && isReference(reference) ? reference : undefined;
}

/** The name of a row by the task that it is. */
export function byTask({ taskId }: Waiting): string | undefined {
  return taskId;
}

/** Presses an act for one. Of a record that is being erased nothing can be changed any more, and the act says so. */
export async function pressOne(act: Act, deps: ConsoleDeps, item: string, press: Press): Promise<Came> {
  const theCase = await deps.cases.readCase(referenceOfItem(item));
  return theCase?.erasing ? { came: 'REFUSED', said: ERASED } : act.one(deps, item, press);
}

/** Presses an act for each of these, with what became of each. One that fails keeps no other. */
export async function pressAll(
  act: Act,
  deps: ConsoleDeps,
  items: readonly string[],
  press: Press,
): Promise<readonly Outcome[]> {
  const work = async (item: string): Promise<Outcome> => {
    const reference = referenceOfItem(item);
    try {
      return { item, reference, ...(await pressOne(act, deps, item, press)) };
    } catch (error) {
      deps.log.error('act-failed', { reference, error: errorName(error) });
      return { item, reference, came: 'FAILED', said: FAILED, error: errorName(error) };
    }
  };
  const done = await inLanes([...new Set(items)], LANES, new AbortController().signal, work);
  return done.flatMap(({ result }) => result ?? []);
}

export const ERASED = 'This record is being erased. Nothing in it can be changed any more';
export const FAILED = 'It failed and is as it was. Try again';

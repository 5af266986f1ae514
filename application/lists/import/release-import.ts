import { released } from '#domain/case/imported.ts';
import { releaseBegun, releaseDone, releasedTo } from '#domain/lists/import/change-file.ts';
import type { Import, RowOutcome } from '#domain/lists/import/file.ts';
import { confirmBand, todoAsked } from '#domain/notices/asked-todos.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../../change-case.ts';
import { inLanes } from '../../sweep/in-lanes.ts';
import { changeImport } from './change-import.ts';

export interface ReleaseDeps {
  readonly imports: ImportStore;
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'createTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

const LANES = 10;
/** After this long no child is begun, but for one a lane: each press releases some, and the next goes on behind them. */
const LONGEST_MS = 10_000;

/**
 * Releases the children of a signed file: from now on places are offered to them, and people are told what changes. Releasing sends
 * nothing by itself. Staff are asked for each band that no one has confirmed. Where time runs out, the next call goes on. Undefined for an unknown file.
 */
export function releaseImport(deps: ReleaseDeps) {
  return async (id: string, by: Actor): Promise<Import | undefined> => {
    if (!(await deps.imports.readImport(id))) return undefined;
    const began = Date.parse(deps.now());
    const { file } = await changeImport(deps.imports, id, (current) => releaseBegun(current, { now: deps.now(), by }));
    if (!file.released || file.released.doneAt !== undefined) return file;
    const { by: releasedBy, upTo = 0 } = file.released;
    const left = (await deps.imports.partsOf(id)).flatMap((part) => part.rows).slice(upTo);
    const first = new Set(left.slice(0, LANES));
    const goesOn = (row: RowOutcome) => first.has(row) || Date.parse(deps.now()) - began <= LONGEST_MS;
    const done = await inLanes(left, LANES, new AbortController().signal, async (row) => {
      if (!goesOn(row)) return false;
      await releaseChild(deps, row, releasedBy);
      return true;
    });
    const at = done.findIndex(({ result }) => result !== true);
    const ends = (current: Import) => (at < 0 ? releaseDone(current, deps.now()) : releasedTo(current, upTo + at));
    return (await changeImport(deps.imports, id, ends)).file;
  };
}

/** The TODO is asked first, so that a crash between the two asks for it again and never leaves it out. */
async function releaseChild(deps: ReleaseDeps, { result, reference, here }: RowOutcome, by: Actor): Promise<void> {
  if (result !== 'BROUGHT_IN' || reference === undefined) return;
  // A band that the file had, or that someone has confirmed since, is asked for no more.
  const theCase = here?.band ? undefined : await deps.cases.readCase(reference);
  const isAsked = theCase?.list?.quiet && theCase.list.band === null;
  if (isAsked) await deps.todos.createTodo(todoAsked(confirmBand, reference, deps.now(), deps.policy));
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (current) => released(current, moment, by));
}

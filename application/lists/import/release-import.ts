import { released } from '#domain/case/imported.ts';
import { releaseBegun, releaseDone } from '#domain/lists/import/change-file.ts';
import type { Import } from '#domain/lists/import/file.ts';
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
const LONGEST_MS = 6_000;

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
    const rows = (await deps.imports.partsOf(id)).flatMap((part) => part.rows);
    const ours = rows.filter(({ result }) => result === 'BROUGHT_IN').flatMap(({ reference }) => reference ?? []);
    const inTime = () => Date.parse(deps.now()) - began <= LONGEST_MS;
    const done = await inLanes(ours, LANES, new AbortController().signal, async (reference) => {
      if (!inTime()) return false;
      await releaseChild(deps, reference, file.released?.by ?? by);
      return true;
    });
    if (done.some(({ result }) => result !== true)) return file;
    return (await changeImport(deps.imports, id, (current) => releaseDone(current, deps.now()))).file;
  };
}

/** The TODO is asked first, so that a crash between the two asks for it again and never leaves it out. */
async function releaseChild(deps: ReleaseDeps, reference: string, by: Actor): Promise<void> {
  const theCase = await deps.cases.readCase(reference);
  const isAsked = theCase?.list?.quiet && theCase.list.band === null;
  if (isAsked) await deps.todos.createTodo(todoAsked(confirmBand, reference, deps.now(), deps.policy));
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (current) => released(current, moment, by));
}

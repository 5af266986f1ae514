import { playInvited } from '#domain/case/play.ts';
import { playBegun, playDone } from '#domain/lists/import/change-file.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { Import } from '#domain/lists/import/file.ts';
import type { Actor } from '#domain/people/actor.ts';
import { changeCase } from '../../change-case.ts';
import { inLanes } from '../../sweep/in-lanes.ts';
import { changeImport } from './change-import.ts';
import type { ReleaseDeps } from './release-import.ts';

const LANES = 10;
const LONGEST_MS = 10_000;

/**
 * Invites the families of a released file to Stay and Play whose support had ended, each by one conditional write of the case. Who
 * goes to school by now, or has died, is passed over. The sweeper tells them. Where time runs out, the next call goes on. Undefined for an unknown file.
 */
export function inviteToPlay(deps: Pick<ReleaseDeps, 'imports' | 'cases' | 'policy' | 'now'>) {
  return async (id: string, by: Actor): Promise<Import | undefined> => {
    if (!(await deps.imports.readImport(id))) return undefined;
    const began = Date.parse(deps.now());
    const { file } = await changeImport(deps.imports, id, (current) => playBegun(current, { now: deps.now(), by }));
    if (!file.play || file.play.doneAt !== undefined) return file;
    const { by: invitedBy } = file.play;
    const rows = (await deps.imports.partsOf(id)).flatMap((part) => part.rows);
    const ended = rows.flatMap(({ reference, here }) =>
      reference && here && hadBefore(here.pathway) ? [reference] : [],
    );
    const done = await inLanes(ended, LANES, new AbortController().signal, async (reference) => {
      if (Date.parse(deps.now()) - began > LONGEST_MS) return false;
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      await changeCase(deps.cases, reference, (current) => playInvited(current, moment, invitedBy));
      return true;
    });
    if (done.some(({ result }) => result !== true)) return file;
    return (await changeImport(deps.imports, id, (current) => playDone(current, deps.now()))).file;
  };
}

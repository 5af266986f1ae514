import * as z from 'zod';
import type { ErasedList } from '#domain/ports/erasure.ts';
import type { Everyone } from '#domain/ports/everyone.ts';
import type { GenerateMac, SealStore } from '#domain/ports/seals.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import { type NightSeal, textToSeal } from '#domain/process/night-seal.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readHeads } from './read-heads.ts';
import type { HistoryStores } from './read-history.ts';

/** A schedule names nothing. An operator may name histories that are to be sealed as they stand: `<reference>`, `<reference>-support`. */
const sealSchema = z.looseObject({ accept: z.array(z.string().trim().min(1)).default([]) });

export interface SealDeps extends HistoryStores {
  readonly everyone: Pick<Everyone, 'histories'>;
  readonly seals: SealStore;
  readonly erased: Pick<ErasedList, 'entries'>;
  readonly generateMac: GenerateMac;
  readonly now: Now;
  readonly log: Log;
}

/**
 * Holds every history against the last seal, tells of each that was changed, and seals how all stand now, once a night. A
 * history that no longer holds is told every night until it is put back or an operator accepts it. Cut off anywhere, the next
 * run does it whole: only the seal itself says that a night is done. Throws the error of zod for a malformed command.
 */
export function sealHistories(deps: SealDeps): (command: unknown) => Promise<{ sealed: boolean; broken: number }> {
  return async (command) => {
    const { accept } = sealSchema.parse(command);
    const [now, last] = [deps.now(), await lastSeal(deps.seals)];
    const night = londonDateOf(now);
    const erased = new Set((await deps.erased.entries()).map(({ reference }) => reference));
    const { heads, faults } = await readHeads(deps, last?.heads ?? [], accept, erased);
    for (const [reference, fault] of faults) deps.log.error('history-broken', { reference, fault });
    const isDone = last !== undefined && last.night >= night && accept.length === 0;
    const next = { n: (last?.n ?? 0) + 1, night, sealedAt: now, previous: last?.mac ?? '' };
    const seal = { ...next, heads: [...heads], broken: [...faults.keys()].sort(), accepted: accept };
    const sealed = !isDone && (await deps.seals.put({ ...seal, mac: await deps.generateMac(textToSeal(seal)) }));
    deps.log.info('histories-sealed', { night, cases: heads.length, broken: faults.size, sealed: sealed ? 1 : 0 });
    return { sealed, broken: faults.size };
  };
}

/** The last of those that stand in a row from 1: what lies behind a gap was not put there by this service. */
async function lastSeal(seals: SealStore): Promise<NightSeal | undefined> {
  const entries = await seals.entries();
  const gap = entries.findIndex(({ n }, index) => n !== index + 1);
  const n = gap < 0 ? entries.length : gap;
  return n === 0 ? undefined : seals.read(n);
}

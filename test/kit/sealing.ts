import { createMemoryErasedList } from '#adapters/memory/erasure.ts';
import { createMemorySealKey, createMemorySeals } from '#adapters/memory/seals.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { sealHistories } from '#application/operations/seal-histories.ts';
import { appendEvent, type CaseEvent } from '#domain/case/event.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { SealStore } from '#domain/ports/seals.ts';
import { withEvent } from '#domain/support/event.ts';
import { newSupport } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { aCase, anEntry } from '#test/contract/samples.ts';
import { verifyHistories } from '#tools/verify/histories.ts';
import { verifySeals } from '#tools/verify/seals.ts';

const AT = '2026-09-24T09:00:00.000Z';

/** A history of events with these texts, each linked to the one before. */
export function chainOf(...texts: string[]): CaseEvent[] {
  return texts.reduce<CaseEvent[]>(
    (history, text) => [...appendEvent(history, { event: 'PARKED', by: MACHINE, why: 'Bug', text }, AT, 1)],
    [],
  );
}

/** Cases whose histories anyone may write, the nights that seal them, and the command that verifies. */
export function sealing(changes: { seals?: Partial<SealStore> } = {}) {
  const { cases, supports, everyone } = createMemoryStores();
  const [seals, key] = [createMemorySeals(), createMemorySealKey()];
  const there = new Set<string>();
  const erased = createMemoryErasedList();
  const told: unknown[] = [];
  let now = AT;
  async function* references() {
    yield* there;
  }
  const seen = {
    readWholeCase: async (reference: string) => (there.has(reference) ? cases.readWholeCase(reference) : undefined),
  };
  async function* histories() {
    for await (const one of everyone.histories())
      yield there.has(one.reference) ? one : { ...one, cases: { ...one.cases, readWholeCase: async () => undefined } };
  }
  const log = {
    info: () => {},
    error: (event: string, fields = {}) => void told.push({ event, ...fields }),
  };
  const deps = { cases: seen, supports, everyone: { histories }, generateMac: key.generateMac, log, erased };
  const run = sealHistories({ ...deps, seals: { ...seals, ...changes.seals }, now: () => now });
  return {
    seals,
    key,
    /** What operators were told since the last call of this. */
    told: () => told.splice(0),
    /** Stores this history of a case, in place of the one that is there. */
    write: async (reference: string, history: readonly CaseEvent[]) => {
      there.add(reference);
      const before = await cases.readCase(reference);
      if (before === undefined) await cases.createCase(aCase(reference, { history: [...history] }));
      else await cases.saveCase({ ...before, version: before.version + 1, history: [...history] });
    },
    /** Stores a history of a support with these texts, in place of the one that is there. */
    writeSupport: async (reference: string, ...texts: string[]) => {
      const before = await supports.readSupport(reference);
      const support = before ?? newSupport(reference, anEntry('1#a'), { now: AT, policyVersion: 1 });
      const history = texts.reduce<Support['history']>(
        (soFar, text) => withEvent(soFar, { event: 'PARKED', by: MACHINE, why: 'Bug', text }, AT, 1),
        [],
      );
      if (before === undefined) await supports.createSupport({ ...support, history });
      else await supports.saveSupport({ ...support, version: before.version + 1, history });
    },
    /** Takes the history out as erasing does, and puts it on the list. */
    erase: async (reference: string, at: string) => {
      there.delete(reference);
      await erased.add({ reference, at, ground: 'NOT_AGREED', by: 'MACHINE' });
    },
    remove: (reference: string) => void there.delete(reference),
    night: (on: string, command: unknown = {}) => {
      now = `${on}T03:15:00.000Z`;
      return run(command);
    },
    verify: async () => {
      const histories = await verifyHistories({ cases: seen, supports }, references());
      const found = await verifySeals({ seals, verifyMac: key.verifyMac, erased }, histories);
      const { accepted, erased: gone } = found;
      return { broken: [...histories.broken, ...found.broken], accepted, ...(gone.length > 0 && { erased: gone }) };
    },
  };
}

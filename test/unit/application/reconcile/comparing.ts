import type { Stores } from '#adapters/records/stores.ts';
import type { Standing } from '#domain/ports/executions.ts';
import { Transient } from '#domain/problems/errors.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import type { testClock, testLog } from '#test/http/doubles.ts';
import { storedReferral } from '#test/http/records.ts';

/**
 * What the reconciler compares records with: executions by name, of which each runs unless the test says else. With `halves` the
 * referrals count that are stored, and without every case has one.
 */
export function comparing(
  stores: Stores,
  clock: ReturnType<typeof testClock>,
  log: ReturnType<typeof testLog>,
  { halves = false } = {},
) {
  const standings = new Map<string, Standing | 'OUT_OF_REACH'>();
  const asked: string[] = [];
  const stopped: string[] = [];
  const dead = new Set<string>();
  const waits: number[] = [];
  const versions = new Set<string>();
  const readReferral = async () => storedReferral({});
  const deps = {
    ...stores,
    ...(halves ? {} : { referrals: { ...stores.referrals, readReferral } }),
    executions: {
      standing: async ({ name }: { name: string }) => {
        asked.push(name);
        const standing = standings.get(name) ?? 'RUNNING';
        if (standing === 'OUT_OF_REACH') throw new Transient('Step Functions is out of reach.');
        return standing;
      },
      isAwaited: async (token: string) => !dead.has(token),
      stop: async ({ name }: { name: string }) => {
        stopped.push(name);
        standings.set(name, 'STOPPED');
      },
    },
    fileVersions: { all: async () => versions },
    wait: async (ms: number) => {
      waits.push(ms);
    },
    ...{ policy: defaultPolicy, now: clock.now, log },
  };
  return { deps, standings, asked, stopped, dead, waits, versions };
}

import { describe, expect, it } from 'vitest';
import { readTeam } from '#application/access/read-team.ts';
import { writeTeam } from '#application/access/write-team.ts';
import { joined, left } from '#domain/people/change.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { configured, made, moment } from '#test/unit/domain/people/sample.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const newcomer = (n: number) => ({ id: `n${n}`, name: 'N', mailbox: `n${n}@example.org`, roles: ['TRIAGER'] as const });
const first = made(joined(seededTeam(configured), moment, newcomer(1)));

export function teamStoreContract(open: OpenStore): void {
  describe('the team store', () => {
    it('has no record until the first write, and shows the configured team', async () => {
      const { stores } = await open();
      expect(await stores.team.readTeam()).toBeUndefined();
      expect(await readTeam({ ...stores, config: configured })()).toEqual(seededTeam(configured));
    });

    it('gives the record back whole, and no later configuration changes it', async () => {
      const { stores } = await open();
      expect(await stores.team.saveTeam(first)).toBe(true);
      const config = { triagers: ['other@example.org', 'another@example.org'], serviceManager: 'boss@example.org' };
      expect(await readTeam({ ...stores, config })()).toEqual(first);
    });

    it('has one winner when a hundred begin the record at once', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.team.saveTeam(first)))).toBe(1);
    });

    it('has one winner when a hundred change it at once', async () => {
      const { stores } = await open();
      await stores.team.saveTeam(first);
      const second = made(left(first, moment, 'n1'));
      expect(await winnersOf(hundred.map(() => stores.team.saveTeam(second)))).toBe(1);
    });

    it('loses none of ten colleagues who are added at once', async () => {
      const { stores } = await open();
      const change = writeTeam({ ...stores, config: configured });
      await Promise.all(hundred.slice(0, 10).map((n) => change((team) => joined(team, moment, newcomer(n)))));
      const { people, version } = await readTeam({ ...stores, config: configured })();
      expect([people.length, version]).toEqual([13, 10]);
    });

    it('writes nothing where a change is refused', async () => {
      const { stores } = await open();
      const change = writeTeam({ ...stores, config: configured });
      expect(await change((team) => left(team, moment, 'unknown'))).toEqual({ refused: 'UNKNOWN_PERSON' });
      expect(await stores.team.readTeam()).toBeUndefined();
    });
  });
}

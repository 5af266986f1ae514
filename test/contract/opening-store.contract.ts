import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { lookedAt, nextOpening, OPENINGS, type Opening } from '#domain/people/opening.ts';
import { AT, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const by = personActor('olly', 'Olly', 'operator');
const manager = personActor('mo', 'Mo', 'service manager');

/** The next opening of a record by an operator, for a reason. */
export const anOpening = (before: readonly Opening[] = [], now = AT, reference = 'REF1'): Opening =>
  nextOpening(before, { reference, person: { id: 'olly' }, by, because: 'A document does not open' }, now);

export function openingStoreContract(open: OpenStore): void {
  describe('the store of records that operators opened', () => {
    it('gives the openings of one record, and none of another', async () => {
      const { stores } = await open();
      const first = anOpening();
      const second = anOpening([first], minutesAfter(90));
      for (const one of [first, second, anOpening([], AT, 'REF2')]) await stores.openings.saveOpening(one);
      expect(await stores.openings.openingsOf('REF1')).toEqual([first, second]);
      expect(await stores.openings.openingsOf('REF3')).toEqual([]);
    });

    it('keeps one of a hundred that are opened at the same moment', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.openings.saveOpening(anOpening())))).toBe(1);
    });

    it('keeps one of a hundred looks, and takes it out of the queue of those to look at', async () => {
      const { stores, catchUp } = await open();
      const opening = anOpening();
      await stores.openings.saveOpening(opening);
      catchUp();
      expect(await stores.indexes.work(OPENINGS, 10)).toMatchObject([{ reference: 'REF1', taskId: 'olly-1' }]);
      const looked = lookedAt(opening, manager, minutesAfter(5)) ?? opening;
      expect(await winnersOf(hundred.map(() => stores.openings.saveOpening(looked)))).toBe(1);
      catchUp();
      expect(await stores.indexes.work(OPENINGS, 10)).toEqual([]);
    });

    it('shows whose were opened in a month, as it happened, and no word of the reason', async () => {
      const { stores, catchUp } = await open();
      const first = anOpening();
      const others = [anOpening([first], minutesAfter(90)), anOpening([], minutesAfter(60), 'REF2')];
      for (const one of [...others, first]) await stores.openings.saveOpening(one);
      catchUp();
      const rows = await stores.indexes.openingsIn(AT.slice(0, 7), 10);
      expect(rows.map(({ reference, taskId }) => [reference, taskId])).toEqual([
        ['REF1', 'olly-1'],
        ['REF2', 'olly-1'],
        ['REF1', 'olly-2'],
      ]);
      expect(JSON.stringify(rows)).not.toContain('document');
      expect(await stores.indexes.openingsIn('2020-01', 10)).toEqual([]);
    });
  });
}

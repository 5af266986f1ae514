import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LISTS } from '#application/lists/read-lists.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { orderOn } from '#domain/lists/replay.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { anyCommands, statesOf } from './place-histories.ts';

test('the order of a list on any past day, worked out from the events, is the one that was shown when that day ended', () => {
  fc.assert(
    fc.property(fc.array(anyCommands, { minLength: 2, maxLength: 5 }), (all) => {
      const children = all.map((names, n) => statesOf(names, `23456789CD${n}`));
      const histories = children.flatMap((states) => {
        const last = states.at(-1)?.theCase;
        return last ? [{ reference: last.reference, events: last.history, entry: last.list }] : [];
      });
      for (const on of ['2026-09-24', '2026-09-25', '2026-09-26', '2026-09-27', '2026-09-28', '2026-09-29']) {
        const then = children.flatMap((states) => states.findLast(({ now }) => londonDateOf(now) <= on)?.theCase ?? []);
        for (const list of LISTS) {
          const shown = then
            .flatMap(({ reference, list: entry }) =>
              entry && listKey(entry) === listKey(list) ? [{ reference, order: entry.order }] : [],
            )
            .sort((one, other) => (one.order < other.order ? -1 : 1));
          const worked = orderOn(histories, list, on).map(({ reference, place: { order } }) => ({ reference, order }));
          expect(worked).toEqual(shown);
        }
      }
    }),
    { numRuns: 300 },
  );
});

import { describe, expect, test } from 'vitest';
import { historyOf } from '#domain/lists/balance/child.ts';
import { entryFaults } from '#domain/lists/balance/entry-faults.ts';
import { isListEvent } from '#domain/lists/list-events.ts';
import { movementsOf } from '#domain/lists/movements.ts';
import { handedOver, supportAfter, waits, waysOff } from './support-states.ts';

const REFERENCE = '23456789CDF';
const { theCase, support: first } = handedOver(REFERENCE);

describe.each(Object.entries(waits))('a child whose support is %s', (_name, changes) => {
  const support = supportAfter(first, changes);
  if (!support) throw new Error('The support is not to be had so.');

  test('has a place that its events explain', () => {
    expect(support.list).not.toBeNull();
    expect(entryFaults({ reference: REFERENCE, theCase, support })).toEqual([]);
  });

  test.each(waysOff)('leaves the lists by an event with its reason where %s', (_way, off, why) => {
    const after = off(support);
    if (!after) return expect([why, support.status]).not.toEqual(['STARTED', 'ACCEPTED']);
    const child = { reference: REFERENCE, theCase, support: after };
    const history = historyOf(child);
    const moves = movementsOf({ ...history, events: history.events.filter(isListEvent) });
    expect(after.list).toBeNull();
    expect(entryFaults(child)).toEqual([]);
    expect(moves.at(-1)).toMatchObject(why === 'STARTED' ? { kind: 'STARTED' } : { kind: 'LEFT', why });
  });
});

import { describe, expect, it } from 'vitest';
import { countIn, type RollupQueue, rollupOf } from '#domain/process/rollup.ts';
import type { Row } from '#domain/process/rows.ts';

const [NOW, BEFORE, LATER] = ['2026-09-24T09:00:00.000Z', '2026-09-23T09:00:00.000Z', '2026-09-25T09:00:00.000Z'];
const read = (queue: RollupQueue, ...rows: Row[]) => new Map([[queue, rows]]);

describe('the service in numbers', () => {
  it('counts what waits, since when the longest, and what is late', () => {
    const rows = [{ waitingSince: NOW, due: LATER }, { waitingSince: BEFORE, due: NOW }, {}];
    const count = countIn(rollupOf(read('TRIAGE', ...rows), NOW, {}), 'TRIAGE');
    expect(count).toEqual({ queue: 'TRIAGE', waiting: 3, since: BEFORE, late: 1 });
  });

  it('does not call late what is decided and has yet to take effect, or what waits for the referrer', () => {
    const decided = rollupOf(read('TRIAGE', { due: BEFORE, decidedAt: BEFORE }), NOW, {});
    const asked = rollupOf(read('REFERRER', { due: BEFORE }), NOW, {});
    expect([countIn(decided, 'TRIAGE')?.late, countIn(asked, 'REFERRER')?.late]).toEqual([0, 0]);
  });

  it('never forgets when the last referral came', () => {
    const first = rollupOf(read('TRIAGE', { receivedAt: NOW }, { receivedAt: BEFORE }), NOW, {});
    expect(rollupOf(read('TRIAGE'), LATER, first).receivedAt).toBe(NOW);
    expect(rollupOf(read('TRIAGE', { receivedAt: BEFORE }), LATER, first).receivedAt).toBe(NOW);
  });

  it('counts one whose instant is damaged, and reads none from it (malformed)', () => {
    const rollup = rollupOf(
      read('TRIAGE', { waitingSince: '0000' }, { waitingSince: NOW, receivedAt: 'soon' }),
      NOW,
      {},
    );
    expect(countIn(rollup, 'TRIAGE')).toMatchObject({ waiting: 2, since: NOW });
    expect(rollup.receivedAt).toBeUndefined();
  });

  it('leaves out a queue that could not be read', () => {
    expect(countIn(rollupOf(read('TRIAGE'), NOW, {}), 'PARKED')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { hashed } from '#domain/lists/balance/night.ts';
import { sumsOf } from '#domain/lists/balance/sums.ts';
import { faultWords, balanceWords as words } from '#web/staff/lists/balance/words.ts';
import { leftWhys } from '#web/staff/place/words.ts';
import { childOf, lists } from './lists-world.ts';

const AT = '/staff/lists/balance';
const LIST = 'INITIAL_ASSESSMENT#Taunton';
const closedAt = '2026-09-24T04:10:00.000Z';
const finding = { reference: childOf(0), fault: 'NOT_IN_INDEX' as const, list: LIST };
const sums = { ...sumsOf(3, [], 2), joined: 1, left: { MOVED_AWAY: 2 } };

/** Nights of one list as they were worked out, with what the last found. */
async function balanced(nights: readonly string[], findings: readonly (typeof finding)[] = []) {
  const world = await lists([]);
  for (const night of nights) {
    const shape = { list: LIST, night, version: 1, closedAt, sums, month: sums, closing: [], lost: [], findings: [] };
    const { list, hash } = hashed(shape);
    await world.stores.balances.saveListNight(hashed(shape));
    const all = { night, version: 1, closedAt, children: 2, lists: [{ list, hash }] };
    await world.stores.balances.saveNight({ ...all, findings: [...findings], found: findings.length });
  }
  return world;
}

describe('the page that says whether the lists add up', () => {
  it('says that no night was added up yet', async () => {
    const { manager } = await balanced([]);
    expect((await manager.get(AT)).body).toContain(words.none);
  });

  it('says that every list added up, with the sums of each', async () => {
    const { manager } = await balanced(['2026-09-24']);
    const { body } = await manager.get(AT);
    expect(body).toContain(words.whole('24 September 2026'));
    expect(body).toContain(`${leftWhys.MOVED_AWAY}: 2`);
    expect(body).toContain(`${AT}/initial-assessment/taunton`);
    expect(body).not.toContain('govuk-tag--red');
  });

  it('names what did not add up by its reference and in words', async () => {
    const { manager } = await balanced(['2026-09-24'], [finding]);
    const { body } = await manager.get(AT);
    for (const said of [words.notWhole(1, '24 September 2026'), words.todo, childOf(0), faultWords.NOT_IN_INDEX])
      expect(body).toContain(said);
  });

  it('shows the nights and months of one list, the newest first', async () => {
    const { manager } = await balanced(['2026-08-31', '2026-09-23', '2026-09-24']);
    const { body } = await manager.get(`${AT}/initial-assessment/taunton`);
    const months = body.slice(body.indexOf(words.months), body.indexOf(words.nights));
    expect(months.indexOf('September 2026')).toBeLessThan(months.indexOf('August 2026'));
    expect(body.slice(body.indexOf(words.nights))).toContain('23 September 2026');
  });

  it('shows no list that there is not (malformed)', async () => {
    const { manager } = await balanced([]);
    expect((await manager.get(`${AT}/initial-assessment/nowhere`)).status).toBe(404);
  });
});

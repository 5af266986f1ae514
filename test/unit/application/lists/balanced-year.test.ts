import { expect, test } from 'vitest';
import { supportKey } from '#adapters/records/keys.ts';
import { addDays } from '#domain/values/dates.ts';
import { balancing } from '#test/kit/balancing.ts';
import { caseOnce } from '#test/unit/domain/lists/place-histories.ts';
import { handedOver, supportAfter, waits } from '#test/unit/domain/support/support-states.ts';
import { caseWith } from '../notices/sample.ts';

const CHILDREN = 6;
const BEGIN = '2026-09-26';
/** What happens to a child in turn, each a month after the one before. */
const YEAR = [
  ...['accepted', 'band confirmed', 'held', 'hold ended', 'moved to Frome', 'taken off'],
  ...['reopened', 'accepted with a band', 'moved to home visiting', 'band changed', 'target moved', 'held'],
];

test('the lists balance every night of a simulated year in which children come, move, leave and come back', async () => {
  const lists = balancing();
  const cases = Array.from({ length: CHILDREN }, (_, n) => caseWith({ reference: `23456789CD${n}` }));
  const unbalanced: string[] = [];
  for (let day = 0; day < 365; day += 1) {
    const on = addDays(BEGIN, day);
    for (const [n, before] of cases.entries()) {
      const month = (day - n * 5) / 29;
      const after = Number.isInteger(month) ? caseOnce(before, YEAR[month] ?? '', `${on}T10:00:00.000Z`) : before;
      if (after === before) continue;
      cases[n] = after;
      await lists.write(after);
    }
    unbalanced.push(...(await lists.night(addDays(on, 1))));
  }
  expect(unbalanced).toEqual([]);
  const nights = await lists.stores.balances.nightsBefore('2028-01-01', 400);
  expect(nights.filter(({ found }) => found === 0)).toHaveLength(365);
});

const A = '23456789CDF';

/** A child whose place a support holds, with an offer that the family accepted: between the offer and the first visit. */
async function accepted() {
  const lists = balancing();
  const { theCase, support } = handedOver(A);
  await lists.write(theCase);
  await lists.writeSupport(supportAfter(support, waits.accepted ?? []) ?? support);
  expect(await lists.night('2026-10-11')).toEqual([]);
  return lists;
}

test.each([
  ['the support is gone', () => undefined, `${A} SUPPORT_GONE`],
  ['the place is gone from the support', () => ({ list: null }), `${A} ENTRY_MISSING`],
  ['the index entry of the support is gone', () => ({ listKey: undefined }), `${A} NOT_IN_INDEX`],
  [
    'the index entry of the support stands on another list',
    () => ({ listKey: 'HOME_VISITING#Frome' }),
    `${A} ONLY_IN_INDEX`,
  ],
  ['an event of the support is altered', () => ({ history: [{ n: 1, hash: 'another' }] }), `${A} UNREADABLE`],
])('between an offer and the first visit, %s: the same night names the child', async (_what, alter, found) => {
  const lists = await accepted();
  const changes = alter();
  if (changes) await lists.put({ ...(await lists.supportItem(A)), ...changes });
  else lists.remove(supportKey(A));
  expect(await lists.night('2026-10-12')).toContain(found);
});

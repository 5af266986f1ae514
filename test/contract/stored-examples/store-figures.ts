import type { Stores } from '#adapters/records/stores.ts';
import { sumsOf } from '#domain/figures/counts.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const OUTCOME = 'OUTCOME|ACCEPTED|HEALTH_VISITOR|Taunton|ENGLISH';

/** Stores what was counted in a month, one referral of it erased since, and the present, and keeps them. */
export async function storeFigures({ figures }: Stores, keep: Keep): Promise<void> {
  const gone = [{ line: OUTCOME, n: 2 }];
  const marks = { period: 'M2026-09', version: 1, of: [{ reference: '23456789CDF', lines: [OUTCOME] }], gone };
  await figures.saveMarks(marks);
  await figures.saveSums(sumsOf(marks));
  await figures.savePresent({
    asOf: AT,
    ages: [{ stage: 'ON_LIST', age: 'UP_TO_8_WEEKS', n: 3 }],
    waiting: [{ pathway: 'PORTAGE_GROUP', locality: 'Frome', n: 3, over: 1 }],
  });
  await keep('marks.month', 'MARKS', 'MARKS#');
  await keep('sums.month', 'FIGURES', 'SUMS#');
  await keep('present.night', 'FIGURES', 'PRESENT');
}

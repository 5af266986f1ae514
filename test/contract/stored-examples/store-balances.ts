import type { Stores } from '#adapters/records/stores.ts';
import { hashed } from '#domain/lists/balance/night.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const NIGHT = '2026-09-26';
const LIST = 'INITIAL_ASSESSMENT#Taunton';

/** Stores a night that found one child missing, for its list and for all lists, and keeps both. */
export async function storeBalances({ balances }: Stores, keep: Keep): Promise<void> {
  const came = { opening: 2, joined: 1, returned: 0, movedIn: 1 };
  const sums = { ...came, started: 0, movedOut: 1, left: { MOVED_AWAY: 1 }, closing: 1 };
  const findings = [{ reference: '23456789CDF', fault: 'NOT_AS_LAST_NIGHT' as const, list: LIST }];
  const night = hashed({
    ...{ list: LIST, night: NIGHT, version: 1, closedAt: AT, since: '2026-09-25', sums, month: sums, findings },
    ...{ closing: [{ reference: '23456789CDG', place: '0123456789abcdef0123' }], lost: ['23456789CDF'] },
  });
  await balances.saveListNight(night);
  await balances.saveNight({
    ...{ night: NIGHT, version: 1, closedAt: AT, children: 2, findings, found: 1 },
    lists: [{ list: LIST, hash: night.hash }],
  });
  await keep('balance.listnight', `BALANCE#${LIST}`, 'BALANCE#');
  await keep('night.all', 'NIGHTS', 'NIGHT#');
}

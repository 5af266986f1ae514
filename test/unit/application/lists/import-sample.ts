import { createMemoryStores, type StoresOfEveryone } from '#adapters/memory/stores.ts';
import { doImports } from '#application/lists/import/do-imports.ts';
import type { PresentRow } from '#domain/lists/import/check-present.ts';
import type { PresentCells } from '#domain/lists/import/present-row.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

export const NOW = '2026-09-24T09:00:00.000Z';
export const kim = personActor('kim', 'Kim Park', 'Service manager');

const pick = <T>(from: readonly [T, ...T[]], n: number): T => from[n % from.length] ?? from[0];

/** An NHS number from the range that is never issued, with its check digit; undefined where none has one. */
function nhsNumber(n: number): string {
  const nine = `999${String(n).padStart(6, '0')}`;
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? '' : `${nine}${check}`;
}

/** The nth child of a generated list: every list, band and year, with and without an NHS number and an email address. */
export function cellsOf(n: number): PresentCells {
  const day = String((n % 28) + 1).padStart(2, '0');
  const isWhole = n % 3 !== 0;
  return {
    ...{ own_reference: `PL-${n}`, first_name: `First${n}`, last_name: pick(["O'Neil", '=Sum', 'Świderska', 'Li'], n) },
    ...{ date_of_birth: `2023-0${(n % 9) + 1}-${day}`, nhs_number: nhsNumber(n), parent_name: `Parent, ${n}` },
    ...{ parent_email: isWhole ? `parent${n}@example.org` : '', parent_phone: isWhole ? '' : '+44 1632 960 001' },
    locality: pick(['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater'], n),
    pathway: pick(['INITIAL_ASSESSMENT', 'HOME_VISITING', 'PORTAGE_GROUP', 'LITTLE_TREASURES'], n >> 1),
    ...{ referred_on: pick(['2025-11-03', '2026-01-12', '2026-07-01'], n), accepted_on: '2026-07-20' },
    ...{ listed_on: '2026-07-28', band: pick(['', '1', '2', '3'], n), sessions_had: pick(['', '4', '17'], n) },
    closed_on: '',
  };
}

export function rowsOf(count: number): PresentRow[] {
  return Array.from({ length: count }, (_, n) => ({ row: n + 2, cells: cellsOf(n) }));
}

/** An instance with nothing in it, and what people do with present lists there. */
export function instance(stores: StoresOfEveryone = createMemoryStores(), now: () => string = () => NOW) {
  const deps = { ...stores, now, policy: defaultPolicy, claimKey: async () => 'a-key' };
  return { stores, deps, ...doImports(deps) };
}

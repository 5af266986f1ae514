import { type PlacedRow, readWholeList } from '#application/lists/read-list.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { isRowHeldOn } from '#domain/lists/hold.ts';
import { NO_ONE, sumOf } from '#domain/lists/tally.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { listAt, listIn } from './address.ts';
import { csvFile } from './csv.ts';

const HEADER = [
  ...[
    'place',
    'reference',
    'pathway',
    'locality',
    'band',
    'band_suggested',
    'broad_areas',
    'referred_on',
    'accepted_on',
  ],
  ...['listed_on', 'target_on', 'on_hold', 'on_hold_until', 'look_at'],
];

/** GET: a whole list as a file for a spreadsheet: references, dates and bands, and nothing that names or reaches anyone. */
export function getExport(deps: StaffDeps) {
  return async (_access: AreaAccess, parameters: Parameters): Promise<HttpResponse> => {
    const name = listIn(parameters);
    if (!name) return notFound(deps);
    const today = londonDateOf(deps.now());
    const rows = await readWholeList(deps.indexes, name, NO_ONE);
    const file = `${listAt(name).split('/').slice(-2).join('-')}-${today}`;
    return csvFile(file, [HEADER, ...rows.map((row) => lineOf(name, row, today))]);
  };
}

function lineOf({ pathway, locality }: ListName, { row, tally }: PlacedRow, today: string): string[] {
  const { reference, band, suggestedBand, acceptedOn = '', targetOn = '', prompts = [], more } = row;
  const referredOn = more?.referredAt === undefined ? '' : londonDateOf(more.referredAt);
  return [
    ...[`${sumOf(tally) + 1}`, reference, pathway, locality, `${band ?? ''}`, `${suggestedBand ?? ''}`],
    ...[`${more?.broadAreas ?? ''}`, referredOn, acceptedOn, more?.listedOn ?? '', targetOn],
    ...[isRowHeldOn(more, today) ? 'yes' : 'no', more?.heldUntil ?? '', prompts.join(' ')],
  ];
}

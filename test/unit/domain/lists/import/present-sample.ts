import type { PresentCells } from '#domain/lists/import/present-row.ts';

/** A row of a present list in which nothing has to change. */
export const soundRow: PresentCells = {
  ...{ own_reference: 'A-1', first_name: 'Sam', last_name: 'Example', date_of_birth: '2023-09-10' },
  ...{ nhs_number: '9434765919', parent_name: 'Alex Example', parent_email: 'alex@example.org', parent_phone: '' },
  ...{ locality: 'Taunton', pathway: 'HOME_VISITING', referred_on: '2026-01-12', accepted_on: '2026-01-20' },
  ...{ listed_on: '2026-03-02', band: '1', sessions_had: '4' },
};

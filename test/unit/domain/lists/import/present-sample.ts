import type { PresentCells } from '#domain/lists/import/present-row.ts';

/** A row of a present list in which nothing has to change. */
export const soundRow: PresentCells = {
  ...{ own_reference: 'A-1', first_name: 'Sam', last_name: 'Example', date_of_birth: '2023-09-10' },
  ...{ nhs_number: '9434765919', parent_name: 'Alex Example', parent_email: 'alex@example.org', parent_phone: '' },
  ...{ locality: 'Taunton', pathway: 'HOME_VISITING', referred_on: '2026-01-12', accepted_on: '2026-01-20' },
  ...{ listed_on: '2026-03-02', band: '1', sessions_had: '4', closed_on: '' },
};

/** A row of a child whose support ended before the service began, in which nothing has to change. */
export const endedRow: PresentCells = {
  ...soundRow,
  ...{ own_reference: 'A-0', first_name: 'Jo', nhs_number: '', pathway: 'CLOSED_HOME_VISITING' },
  ...{ listed_on: '', band: '', sessions_had: '18', closed_on: '2026-05-29' },
};

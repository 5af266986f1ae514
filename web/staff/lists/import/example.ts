import { PRESENT_COLUMNS, type PresentCells } from '#domain/lists/import/present-row.ts';

const rows: readonly PresentCells[] = [
  {
    ...{ own_reference: 'A-101', first_name: 'Sam', last_name: 'Example', date_of_birth: '2023-09-10' },
    ...{ nhs_number: '9434765919', parent_name: 'Alex Example', parent_email: 'alex@example.org' },
    ...{ parent_phone: '01632 960 001', locality: 'Taunton', pathway: 'HOME_VISITING', referred_on: '2026-01-12' },
    ...{ accepted_on: '2026-01-20', listed_on: '2026-03-02', band: '1', sessions_had: '0', closed_on: '' },
  },
  {
    ...{ own_reference: 'A-102', first_name: 'Robin', last_name: 'Sample', date_of_birth: '21/03/2024' },
    ...{ nhs_number: '', parent_name: 'Kit Sample', parent_email: '', parent_phone: '01632 960 002' },
    ...{ locality: 'Frome', pathway: 'INITIAL_ASSESSMENT', referred_on: '02/02/2026', accepted_on: '10/02/2026' },
    ...{ listed_on: '10/02/2026', band: '', sessions_had: '', closed_on: '' },
  },
  {
    ...{ own_reference: 'A-077', first_name: 'Jo', last_name: 'Former', date_of_birth: '2022-11-05' },
    ...{ nhs_number: '', parent_name: 'Max Former', parent_email: 'max@example.org', parent_phone: '' },
    ...{ locality: 'Yeovil', pathway: 'CLOSED_HOME_VISITING', referred_on: '2024-04-08', accepted_on: '2024-04-22' },
    ...{ listed_on: '', band: '', sessions_had: '18', closed_on: '2025-06-30' },
  },
];

/** The header of a present list and three rows of children who do not exist: two wait, and support of one has ended. */
export const presentExample: readonly (readonly string[])[] = [
  PRESENT_COLUMNS,
  ...rows.map((cells) => PRESENT_COLUMNS.map((column) => cells[column])),
];

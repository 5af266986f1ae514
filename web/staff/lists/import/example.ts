import { PRESENT_COLUMNS, type PresentCells } from '#domain/lists/import/present-row.ts';

const rows: readonly PresentCells[] = [
  {
    ...{ own_reference: 'A-101', first_name: 'Sam', last_name: 'Example', date_of_birth: '2023-09-10' },
    ...{ nhs_number: '9434765919', parent_name: 'Alex Example', parent_email: 'alex@example.org' },
    ...{ parent_phone: '01632 960 001', locality: 'Taunton', pathway: 'HOME_VISITING', referred_on: '2026-01-12' },
    ...{ accepted_on: '2026-01-20', listed_on: '2026-03-02', band: '1', sessions_had: '0' },
  },
  {
    ...{ own_reference: 'A-102', first_name: 'Robin', last_name: 'Sample', date_of_birth: '21/03/2024' },
    ...{ nhs_number: '', parent_name: 'Kit Sample', parent_email: '', parent_phone: '01632 960 002' },
    ...{ locality: 'Frome', pathway: 'INITIAL_ASSESSMENT', referred_on: '02/02/2026', accepted_on: '10/02/2026' },
    ...{ listed_on: '10/02/2026', band: '', sessions_had: '' },
  },
];

/** The header of a present list and two rows of children who do not exist. */
export const presentExample: readonly (readonly string[])[] = [
  PRESENT_COLUMNS,
  ...rows.map((cells) => PRESENT_COLUMNS.map((column) => cells[column])),
];

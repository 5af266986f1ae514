import * as z from 'zod';
import { type ListPathway, listPathwaySchema } from '../../case/codes.ts';
import { childSchema } from '../../referral/child.ts';
import { localitySchema } from '../../referral/codes.ts';
import { familySchema } from '../../referral/people.ts';
import { text } from '../../referral/text.ts';
import { identifiesChild, nhsNumberProblems } from '../../rules/nhs-number.ts';
import { isRealDate } from '../../values/dates.ts';
import { type Band, bandIn } from '../band.ts';
import { ENDED_PATHWAYS, type EndedPathway } from './ended-before.ts';

/** The columns of a present list, in the order of its header. */
export const PRESENT_COLUMNS = [
  ...(['own_reference', 'first_name', 'last_name', 'date_of_birth', 'nhs_number'] as const),
  ...(['parent_name', 'parent_email', 'parent_phone', 'locality', 'pathway'] as const),
  ...(['referred_on', 'accepted_on', 'listed_on', 'band', 'sessions_had', 'closed_on'] as const),
] as const;
export type PresentColumn = (typeof PRESENT_COLUMNS)[number];

/** The columns whose cells may be empty. Whether a child was listed or support has ended is checked by the pathway. */
export const MAY_BE_EMPTY: ReadonlySet<PresentColumn> = new Set([
  ...(['nhs_number', 'parent_email', 'parent_phone', 'listed_on', 'band', 'sessions_had', 'closed_on'] as const),
]);

/** The columns that a file may lack: those that came after the first release. */
export const MAY_LACK: ReadonlySet<string> = new Set<PresentColumn>(['closed_on']);

const faultSchema = z.enum([
  ...([
    'MISSING',
    'TEXT',
    'DATE',
    'FUTURE',
    'BEFORE_BIRTH',
    'BEFORE_REFERRAL',
    'NHS_NUMBER',
    'NHS_PLACEHOLDER',
  ] as const),
  ...(['BEFORE_ACCEPTANCE', 'NOT_CLOSED', 'CLOSED'] as const),
  ...(['EMAIL', 'CONTACT', 'LOCALITY', 'PATHWAY', 'BAND', 'SESSIONS'] as const),
]);
/** What can be wrong with one cell. */
export type PresentFault = z.infer<typeof faultSchema>;

/** One row as typed, by column. */
export type PresentCells = Readonly<Record<PresentColumn, string>>;

const parent = familySchema.shape.parents.element.shape;

/** A date as typed: `2024-09-10`, or `10/09/2024` as a spreadsheet here writes it. Undefined when no calendar has it. */
export function presentDate(typed: string): string | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const on = year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(on) ? on : undefined;
}

/** The pathway that a cell names, by its code or in words; undefined for any other. */
export function presentPathway(typed: string): ListPathway | EndedPathway | undefined {
  const code = typed.toUpperCase().replace(/[\s-]+/g, '_');
  return [...listPathwaySchema.options, ...ENDED_PATHWAYS].find((one) => one === code);
}

/** The locality that a cell names, in any case of letters; undefined for any other. */
export function presentLocality(typed: string) {
  return localitySchema.options.find((one) => one.toLowerCase() === typed.toLowerCase());
}

/** The band in a cell; null when the cell is empty, because then a person has still to confirm one. */
export function presentBand(typed: string): Band | null | undefined {
  return typed === '' ? null : bandIn(typed);
}

type Check = (typed: string, today: string) => PresentFault | undefined;

const fits =
  (schema: z.ZodType, fault: PresentFault): Check =>
  (typed) =>
    schema.safeParse(typed).success ? undefined : fault;

const date: Check = (typed, today) => {
  const on = presentDate(typed);
  if (on === undefined) return 'DATE';
  return on > today ? 'FUTURE' : undefined;
};

/** What is checked in each cell that is not empty. */
export const cellChecks: Readonly<Record<PresentColumn, Check>> = {
  own_reference: fits(text(100), 'TEXT'),
  first_name: fits(childSchema.shape.firstName, 'TEXT'),
  last_name: fits(childSchema.shape.lastName, 'TEXT'),
  date_of_birth: date,
  nhs_number: (typed) => {
    const number = childSchema.shape.nhsNumber.safeParse(typed).data ?? '';
    if (nhsNumberProblems({ child: { nhsNumber: number } }).length > 0) return 'NHS_NUMBER';
    return identifiesChild(number) ? undefined : 'NHS_PLACEHOLDER';
  },
  parent_name: fits(parent.name, 'TEXT'),
  parent_email: fits(parent.email, 'EMAIL'),
  parent_phone: fits(text(100), 'TEXT'),
  locality: (typed) => (presentLocality(typed) ? undefined : 'LOCALITY'),
  pathway: (typed) => (presentPathway(typed) ? undefined : 'PATHWAY'),
  referred_on: date,
  accepted_on: date,
  listed_on: date,
  band: (typed) => (presentBand(typed) === undefined ? 'BAND' : undefined),
  closed_on: date,
  sessions_had: (typed) => (/^\d{1,3}$/.test(typed) ? undefined : 'SESSIONS'),
};

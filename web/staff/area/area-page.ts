import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import { CONSOLE_ROLES } from '#domain/process/rollup.ts';
import { CONSOLE_AT } from '../../console/address.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, type PageSpec, page } from '../../layout/page.ts';
import { ASSESSMENT_ROLES, ASSESSMENTS_AT } from '../assessments/address.ts';
import { GROUP_ROLES, GROUPS_AT } from '../groups/address.ts';
import { LETTER_ROLES, LETTERS_AT } from '../letters/address.ts';
import { IMPORT_AT, IMPORT_ROLES, LIST_ROLES, LISTS_AT } from '../lists/address.ts';
import { BALANCE_AT, BALANCE_ROLES } from '../lists/balance/address.ts';
import { MAIL_AT, MAIL_ROLES, MAIL_UPLOAD_AT, MAIL_UPLOAD_ROLES } from '../mail/address.ts';
import { OFFERS_AT } from '../offers/address.ts';
import { CAPACITY_AT, CAPACITY_ROLES } from '../settings/capacity/address.ts';
import { SHARE_ROLES, SHARES_AT } from '../shares/address.ts';
import { SCHOOL_AT } from '../starting-school/address.ts';
import { VISIT_ROLES, VISITS_AT } from '../visits/address.ts';
import { areaWords } from './words.ts';

/** Where a place of the staff area is. */
export type PlaceAt = Place['at'];

interface Place {
  readonly at:
    | '/staff'
    | '/staff/triage'
    | '/staff/meetings'
    | '/staff/records'
    | '/staff/decisions'
    | '/staff/lists'
    | '/staff/letters'
    | '/staff/paper'
    | '/staff/settings'
    | typeof MAIL_AT
    | typeof MAIL_UPLOAD_AT
    | typeof ASSESSMENTS_AT
    | typeof IMPORT_AT
    | typeof OFFERS_AT
    | typeof VISITS_AT
    | typeof GROUPS_AT
    | typeof SCHOOL_AT
    | typeof CAPACITY_AT
    | typeof BALANCE_AT
    | typeof CONSOLE_AT;
  readonly name: string;
  readonly isFor: (person: Pick<Person, 'roles'>) => boolean;
  /** There only where staff sign in with their work accounts. */
  readonly isOfAccounts?: true;
}

/** Who may open an agenda and print the pack; only the first two decide. */
export const MEETING_ROLES: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER', 'ADMINISTRATOR'];

/** Who enters referrals that came on paper, by email or by phone. */
export const paperRoles = ['TRIAGER', 'ADMINISTRATOR', 'SERVICE_MANAGER'] as const;

const hasAny = (person: Pick<Person, 'roles'>, roles: readonly Role[]) => roles.some((role) => hasRole(person, role));

/** Every place of the staff area, in the order of the navigation. */
const places: readonly Place[] = [
  { at: '/staff', name: areaWords.today, isFor: () => true },
  {
    at: '/staff/triage',
    name: areaWords.triage,
    isFor: (person) => hasRole(person, 'TRIAGER') || hasRole(person, 'SERVICE_MANAGER'),
  },
  {
    at: '/staff/meetings',
    name: areaWords.meetings,
    isFor: (person) => MEETING_ROLES.some((role) => hasRole(person, role)),
  },
  {
    at: LISTS_AT,
    name: areaWords.lists,
    isFor: (person) => LIST_ROLES.some((role) => hasRole(person, role)),
  },
  {
    at: BALANCE_AT,
    name: areaWords.balance,
    isFor: (person) => BALANCE_ROLES.some((role) => hasRole(person, role)),
  },
  { at: OFFERS_AT, name: areaWords.offers, isFor: (person) => hasRole(person, 'SERVICE_MANAGER') },
  { at: GROUPS_AT, name: areaWords.groups, isFor: (person) => hasAny(person, GROUP_ROLES) },
  { at: SCHOOL_AT, name: areaWords.school, isFor: (person) => hasRole(person, 'SERVICE_MANAGER') },
  {
    at: IMPORT_AT,
    name: areaWords.checkList,
    // Who reads the lists finds it there.
    isFor: (person) => hasAny(person, IMPORT_ROLES) && !hasAny(person, LIST_ROLES),
  },
  {
    at: LETTERS_AT,
    name: areaWords.letters,
    isFor: (person) => LETTER_ROLES.some((role) => hasRole(person, role)),
  },
  {
    at: '/staff/records',
    name: areaWords.records,
    isFor: (person) => hasRole(person, 'SERVICE_MANAGER') || hasRole(person, 'AUDITOR'),
  },
  {
    at: SHARES_AT,
    name: areaWords.decisions,
    isFor: (person) => SHARE_ROLES.some((role) => hasRole(person, role)),
  },
  {
    at: '/staff/paper',
    name: areaWords.paper,
    isFor: (person) => paperRoles.some((role) => hasRole(person, role)),
    isOfAccounts: true,
  },
  { at: MAIL_AT, name: areaWords.mail, isFor: (person) => hasAny(person, MAIL_ROLES) },
  {
    at: MAIL_UPLOAD_AT,
    name: areaWords.addMail,
    // Who reads emails finds it there.
    isFor: (person) => hasAny(person, MAIL_UPLOAD_ROLES) && !hasAny(person, MAIL_ROLES),
  },
  {
    at: ASSESSMENTS_AT,
    name: areaWords.assessments,
    isFor: (person) => ASSESSMENT_ROLES.some((role) => hasRole(person, role)),
  },
  { at: VISITS_AT, name: areaWords.visits, isFor: (person) => hasAny(person, VISIT_ROLES) },
  {
    at: CAPACITY_AT,
    name: areaWords.capacity,
    isFor: (person) => CAPACITY_ROLES.some((role) => hasRole(person, role)),
  },
  { at: CONSOLE_AT, name: areaWords.console, isFor: (person) => hasAny(person, CONSOLE_ROLES) },
  { at: '/staff/settings', name: areaWords.settings, isFor: (person) => hasRole(person, 'SERVICE_MANAGER') },
];

/** The places that someone with these roles may open, in the order of the navigation. */
export function placesFor(person: Pick<Person, 'roles'>): readonly Place[] {
  return places.filter(({ isFor }) => isFor(person));
}

/** A page of the staff area: with the places that this person may open, and the present one marked where it is one. */
export function areaPage(
  deps: PageDeps & { readonly signIn?: unknown },
  { person, csrf }: { readonly person: Person; readonly csrf: string },
  { here, ...spec }: PageSpec & { readonly here?: PlaceAt },
): HttpResponse {
  const nav = placesFor(person)
    .filter(({ isOfAccounts }) => !isOfAccounts || Boolean(deps.signIn))
    .map(({ at, name }) => ({ at, name, isHere: at === here }));
  const data = { ...spec.data, nav, csrf, whose: person.name, areaWords };
  return page(deps, { ...spec, data });
}

import { type Area, sogsAreas } from '#domain/referral/codes.ts';
import { aReferral, assessed, documents } from '#tools/demo/sample/a-referral.ts';
import type { Document, FictionalReferral } from '#tools/demo/sample/sample.ts';

type Body = FictionalReferral['body'];
type Parent = Body['family']['parents'][number];
type Locality = Body['locality'];

/** What becomes of a referral before its child waits anywhere. */
export type Road =
  | 'ACCEPT'
  | 'GROUP'
  | 'TREASURES'
  | 'ASK_THEN_ACCEPT'
  | 'DEFER_THEN_ACCEPT'
  | 'DECLINE'
  | 'REDIRECT'
  | 'TOO_OLD'
  | 'NOT_AGREED'
  | 'NO_EVIDENCE'
  | 'TWIN';

/** What becomes of the first visit of a child who was accepted. */
export type Visit =
  | 'HOME_VISITING'
  | 'PORTAGE_GROUP'
  | 'LITTLE_TREASURES'
  | 'STAY_AND_PLAY_ALONE'
  | 'ADVISORY_TEACHER'
  | 'NOT_BROUGHT_TWICE'
  | 'NO_ACCESS_ONCE'
  | 'FLAGGED_AND_MISSED'
  | 'NOT_BOOKED';

export interface Family {
  readonly n: number;
  /** What is particular about them. */
  readonly what: string;
  readonly sent: FictionalReferral;
  readonly road: Road;
  readonly visit: Visit;
  /** They are written to by email: no one there must not be, they read our emails, and no one else decides who is told. */
  readonly byEmail: boolean;
}

const POSTCODES: Readonly<Record<Locality, string>> = {
  Taunton: 'TA1 9ZZ',
  Yeovil: 'BA21 9ZZ',
  Frome: 'BA11 9ZZ',
  Glastonbury: 'BA6 9ZZ',
  Chard: 'TA20 9ZZ',
  Bridgwater: 'TA6 9ZZ',
};

/** Names that are in no sentence of ours, so that a name in the wrong letter is found. */
const FIRST = ['Abri', 'Bexo', 'Cillo', 'Drusa', 'Elvo', 'Fennu', 'Garro', 'Hadri', 'Iolu', 'Jastu'] as const;
const LAST = ['quern', 'brindle', 'tavish', 'wold'] as const;
const START = ['Ap', 'Bu', 'Co', 'Dre', 'Eg', 'Fal', 'Gwi', 'Hus', 'Ix', 'Jor'] as const;

const at = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('This list is empty.');
  return found;
};
const lastName = (n: number) => `${at(START, n)}${at(LAST, Math.floor(n / START.length))}`;

/** A number of the range that is never issued, with its check digit. */
export function nhsNumber(n: number): string | undefined {
  const nine = `99955${String(n).padStart(4, '0')}`;
  const sum = [...nine].reduce((all, digit, place) => all + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${check}`;
}

const months = {
  one: { speech_and_language: 9 },
  two: { hearing_and_language: 9, interactive_social: 10 },
  three: { hearing_and_language: 9, interactive_social: 10, manipulative: 12 },
  four: { locomotor: 11, manipulative: 10, hearing_and_language: 8, interactive_social: 9, self_care_social: 12 },
} satisfies Record<string, Partial<Record<Area, number>>>;
type Delay = keyof typeof months;

/** A child of nine months who is delayed in two areas. */
const OF_BABY = assessed({
  ...Object.fromEntries(sogsAreas.map((area) => [area, 9])),
  ...{ hearing_and_language: 3, interactive_social: 4 },
});

interface Differs {
  readonly what?: string;
  readonly delay?: Delay;
  readonly road?: Road;
  readonly visit?: Visit;
  readonly body?: Partial<Body>;
  readonly child?: Partial<Body['child']>;
  readonly parent?: Partial<Parent>;
  readonly parents?: (parent: Parent) => Parent[];
  readonly documents?: readonly Document[];
}

/** The family of this number, who live in this town, and how they differ from most. */
function family(n: number, locality: Locality, differs: Differs = {}): Family {
  const number = nhsNumber(n);
  const child = {
    firstName: `${at(FIRST, n)}${at(['n', 'lo', 'ra', 'ke'], Math.floor(n / 10))}`,
    lastName: lastName(n),
    dob: `2024-${String(1 + (n % 9)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`,
    ...(number === undefined ? {} : { nhsNumber: number }),
    ...differs.child,
  };
  const two = String(n).padStart(2, '0');
  const parent: Parent = {
    name: `${at(FIRST, n + 3)} ${child.lastName}`,
    relationship: 'mother',
    parentalResponsibility: true,
    email: `family${two}@example.org`,
    phone: `01632 9602${two}`,
    ...differs.parent,
  };
  const plain = Object.fromEntries(Object.entries(parent).filter(([, value]) => value !== undefined));
  const parents = differs.parents?.(parent) ?? [{ ...plain, name: parent.name }];
  const roles = ['HEALTH_VISITOR', 'NURSERY_SENDCO', 'GP', 'PAEDIATRICIAN', 'PHYSIOTHERAPIST'] as const;
  const body = aReferral(n, at(roles, n), child, {
    locality,
    postcode: POSTCODES[locality],
    assessments: assessed(months[differs.delay ?? 'two']),
    home: { address: `${n} Example Row, ${locality}, ${POSTCODES[locality]}` },
    family: { parents },
    ...differs.body,
  });
  const evidence = differs.documents ?? [documents.growingSkills];
  return {
    ...{ n, what: differs.what ?? `delay in ${differs.delay ?? 'two'} areas` },
    sent: { name: `Family ${two}`, body, documents: evidence },
    road: differs.road ?? 'ACCEPT',
    visit: differs.visit ?? 'NOT_BOOKED',
    byEmail:
      parents.every(({ doNotContact, email }) => !doNotContact && email !== undefined) &&
      body.communication?.format === undefined &&
      body.socialCare?.status === undefined,
  };
}

const twin = { child: { lastName: 'Pellowick', dob: '2025-01-15' } } as const;
const visited = (visit: Visit, differs: Differs = {}): Differs => ({ ...differs, visit });

/** Forty families who are referred on one day, each unlike the one before. All of them are invented. */
export const FAMILIES: readonly Family[] = [
  family(1, 'Taunton', visited('HOME_VISITING', { delay: 'four', what: 'wide delay' })),
  family(2, 'Taunton', visited('HOME_VISITING')),
  family(3, 'Taunton', visited('HOME_VISITING', { delay: 'three' })),
  family(4, 'Taunton', visited('HOME_VISITING', { what: 'a diagnosis', body: { diagnosis: 'Down syndrome' } })),
  family(
    5,
    'Taunton',
    visited('HOME_VISITING', { what: 'a baby', child: { dob: '2025-12-03' }, body: { assessments: OF_BABY } }),
  ),
  family(6, 'Taunton', visited('PORTAGE_GROUP')),
  family(7, 'Taunton', visited('PORTAGE_GROUP', { delay: 'three' })),
  family(8, 'Taunton', visited('STAY_AND_PLAY_ALONE')),
  family(9, 'Taunton', visited('NOT_BROUGHT_TWICE', { what: 'not brought twice' })),
  family(
    10,
    'Taunton',
    visited('HOME_VISITING', {
      what: 'letters by post alone',
      parent: { email: undefined, address: '10 Example Row, Taunton, TA1 9ZZ' },
    }),
  ),
  family(
    11,
    'Bridgwater',
    visited('HOME_VISITING', {
      what: 'an interpreter, letters in Polish',
      body: { communication: { preferredLanguage: 'Polish', interpreterNeeded: true, format: 'TRANSLATION' } },
    }),
  ),
  family(12, 'Bridgwater', visited('HOME_VISITING', { delay: 'four' })),
  family(
    13,
    'Bridgwater',
    visited('HOME_VISITING', {
      what: 'large print',
      body: { communication: { format: 'LARGE_PRINT' } },
    }),
  ),
  family(14, 'Bridgwater', visited('ADVISORY_TEACHER')),
  family(
    15,
    'Bridgwater',
    visited('FLAGGED_AND_MISSED', {
      what: 'a child protection plan, and one visit missed',
      body: { socialCare: { status: 'CHILD_PROTECTION_PLAN', socialWorkerName: 'Tam Ostler' } },
    }),
  ),
  family(16, 'Yeovil', visited('HOME_VISITING', { delay: 'four' })),
  family(17, 'Yeovil', visited('HOME_VISITING', { what: '16 hours in nursery', body: { settingHoursPerWeek: 16 } })),
  family(18, 'Yeovil', visited('HOME_VISITING', { what: 'no email, phone alone', parent: { email: undefined } })),
  family(
    19,
    'Yeovil',
    visited('LITTLE_TREASURES', {
      what: 'physical need',
      delay: 'three',
      body: { physicalDevelopmentSignificantlyAffected: true },
    }),
  ),
  family(20, 'Yeovil', visited('NO_ACCESS_ONCE', { what: 'no one let us in once' })),
  family(
    21,
    'Frome',
    visited('HOME_VISITING', {
      what: 'two parents, of whom one must not be written to',
      parents: (parent) => [
        parent,
        { name: 'Corvin Wexlade', relationship: 'father', email: 'unsafe21@example.org', doNotContact: true },
      ],
    }),
  ),
  family(22, 'Frome', visited('HOME_VISITING', { what: 'no one may write to them', parent: { doNotContact: true } })),
  family(23, 'Frome', visited('STAY_AND_PLAY_ALONE')),
  family(24, 'Frome', visited('PORTAGE_GROUP')),
  family(25, 'Glastonbury', visited('HOME_VISITING', { what: 'born early', child: { gestationWeeks: 29 } })),
  family(26, 'Glastonbury', { what: 'waits for a first visit' }),
  family(27, 'Chard', { delay: 'three', what: 'waits for a first visit' }),
  family(28, 'Chard', { what: 'nearly 3', child: { dob: '2023-12-01' } }),
  family(29, 'Taunton', { road: 'TWIN', what: 'the first of twins', ...twin }),
  family(30, 'Taunton', { road: 'TWIN', what: 'the second of twins', ...twin }),
  family(31, 'Taunton', { road: 'GROUP', what: 'invited to the Portage group' }),
  family(32, 'Taunton', { road: 'GROUP', what: 'invited to the Portage group', delay: 'three' }),
  family(33, 'Yeovil', { road: 'TREASURES', what: 'invited to Little Treasures' }),
  family(34, 'Frome', { road: 'ASK_THEN_ACCEPT', what: 'a question to the referrer' }),
  family(35, 'Chard', { road: 'DEFER_THEN_ACCEPT', what: 'put off to the next meeting' }),
  family(36, 'Taunton', { road: 'DECLINE', what: 'delay in one area', delay: 'one' }),
  family(37, 'Yeovil', { road: 'REDIRECT', what: 'speech alone', delay: 'one' }),
  family(38, 'Taunton', { road: 'TOO_OLD', what: 'over 3', child: { dob: '2023-02-11' } }),
  family(39, 'Frome', {
    road: 'NOT_AGREED',
    what: 'the parents do not agree',
    body: { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } },
  }),
  family(40, 'Taunton', { road: 'NO_EVIDENCE', what: 'no document', documents: [] }),
];

import fc from 'fast-check';
import { referralExample } from '#web/api/openapi-examples.ts';

/** What a family is like, and what happened to it before anything is sent. */
export interface Given {
  readonly adults: readonly Flags[];
  readonly status: 'NONE' | 'LOOKED_AFTER' | 'CHILD_PROTECTION_PLAN';
  readonly staffSaidNo: boolean;
  /** The family has moved to a place that someone must not find. */
  readonly atSafePlace: boolean;
  /** Another referral of the same child: joined to this one, or the one that this repeats. */
  readonly other: { readonly how: 'JOINED' | 'REPEATED'; readonly flags: Flags; readonly staffSaidNo: boolean } | null;
  /** No adult gives an email address, so that letters are printed. */
  readonly noEmail: boolean;
  /** What two people found safe for the first adult. */
  readonly confirmed: 'EMAIL' | 'POST' | null;
  readonly change: (typeof changes)[number];
}

interface Flags {
  readonly doNotContact: boolean;
  readonly safeContact: boolean;
  readonly addressKeptFrom: boolean;
}

/** What can happen after a way was confirmed. */
const changes = ['NOTHING', 'NEW_CONTACT', 'STOPPED_AND_ALLOWED', 'RESPONSIBILITY', 'MAY_HEAR', 'FOUR_MONTHS'] as const;

/** So that what comes after it is met often enough. */
const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const flag = fc.boolean();
const flags = fc.record({ doNotContact: flag, safeContact: flag, addressKeptFrom: flag });
const none = { doNotContact: false, safeContact: false, addressKeptFrom: false };
/** Most adults have no flag, so that families without one are met as often. */
const someFlags = fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, { weight: 2, arbitrary: flags });

/** Any family, with any history. */
export const anyFamily: fc.Arbitrary<Given> = fc.record({
  adults: fc.array(someFlags, { minLength: 1, maxLength: 3 }),
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant('NONE' as const) },
    { weight: 1, arbitrary: fc.constantFrom('LOOKED_AFTER' as const, 'CHILD_PROTECTION_PLAN' as const) },
  ),
  staffSaidNo: seldom,
  other: fc.option(
    fc.record({
      how: fc.constantFrom('JOINED' as const, 'REPEATED' as const),
      flags: someFlags,
      staffSaidNo: seldom,
    }),
    { freq: 2 },
  ),
  noEmail: seldom,
  confirmed: fc.constantFrom('EMAIL', 'POST', null),
  change: fc.constantFrom(...changes),
  // Last, so that what is drawn before it stays the same.
  atSafePlace: seldom,
});

const hasFlag = ({ doNotContact, safeContact, addressKeptFrom }: Flags) =>
  doNotContact || safeContact || addressKeptFrom;

/** Whether anything in either referral, or what staff said of them, makes the family unsafe. Said here once more, in the words of the rule's readers. */
export function isUnsafe({ adults, staffSaidNo, atSafePlace, other }: Given): boolean {
  const elsewhere = other !== null && (hasFlag(other.flags) || other.staffSaidNo);
  return adults.some(hasFlag) || staffSaidNo || atSafePlace || elsewhere;
}

/** Where the child goes and who works with it, each a word that stands nowhere else. */
export const whereabouts = {
  town: 'Glastonbury',
  venue: 'Plantvenue Hall',
  time: '10:10am',
  organisation: 'Plantorganisation Trust',
  nursery: 'Plantnursery',
  practice: 'Plantpractice',
  home: '1 Planthome Lane',
  postcode: 'BA6 9ZZ',
  story: 'Plantstory',
  professional: 'Plantprofessional Clinic',
  title: 'Plantdocument',
  message: 'Plantmessage',
};

/** The email address of an adult, before and after it changed. */
export const mailboxOf = (n: number) => `plantadult${n}@example.org`;
export const NEW_MAILBOX = 'plantnew@example.org';

const contactsOf = (n: number) => [mailboxOf(n), `Plantaddress${n}`, `01632 96020${n}`, `Plantsafe${n}`];

/** Every word by which an adult could be reached. */
export const contacts = [...[0, 1, 2].flatMap(contactsOf), NEW_MAILBOX, 'Plantother', 'plantother@example.org'];

const adultOf = (n: number, { doNotContact, safeContact, addressKeptFrom }: Flags, noEmail = false) => ({
  ...(noEmail ? {} : { email: mailboxOf(n) }),
  ...{ name: `Adult ${n}`, phone: `01632 96020${n}`, address: `Plantaddress${n}` },
  ...(doNotContact && { doNotContact }),
  ...(safeContact && { safeContact: `Plantsafe${n}` }),
  ...(addressKeptFrom && { addressKeptFrom: 'Someone' }),
});

/** The referral of such a family, with a word planted wherever one could say where it is. */
export function referralOf({ adults, status, noEmail }: Given) {
  return {
    ...referralExample,
    family: { parents: adults.map((one, n) => adultOf(n, one, noEmail)) },
    referrer: { ...referralExample.referrer, organisation: whereabouts.organisation },
    locality: whereabouts.town,
    postcode: whereabouts.postcode,
    settingHoursPerWeek: 12,
    setting: { name: whereabouts.nursery },
    gpPractice: { name: whereabouts.practice },
    home: { address: whereabouts.home },
    otherProfessionals: [{ name: 'A. Professional', organisation: whereabouts.professional }],
    story: { worrying: `${whereabouts.story}: visits at ${whereabouts.time}` },
    socialCare: { status },
    evidence: [{ ...referralExample.evidence[0], title: whereabouts.title, evidenceId: 'uploaded-1' }],
  };
}

/** The other referral, of an adult whom this one does not name. */
export function otherReferralOf({ other }: Given) {
  const flags = other?.flags ?? none;
  const adult = { ...adultOf(0, flags), name: 'Another', email: 'plantother@example.org', address: 'Plantother' };
  return { ...referralExample, family: { parents: [adult] } };
}

import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { allowsEmail, saidOfParent } from '../case/corrected.ts';
import type { ParentSaid } from '../case/corrected-shape.ts';
import { referrerOf } from '../case/referrer.ts';
import { personIdIn, personNamed } from '../people/code.ts';
import { mailboxesNow } from '../people/mailboxes.ts';
import type { Team } from '../people/team.ts';
import { email } from '../referral/text.ts';
import type { ServiceConfig } from '../service/config.ts';
import { sameMailbox } from '../values/mailbox.ts';

/** What was sent is stored as it was sent, so an address is read here as the referral's schema reads it. */
const mailbox = email().optional().catch(undefined);
const word = z.string().optional().catch(undefined);

const parentSchema = z.object({
  email: mailbox,
  parentalResponsibility: z.boolean().optional().catch(false),
  doNotContact: z.boolean().optional().catch(true),
  safeContact: z.string().optional().catch('unreadable'),
  addressKeptFrom: z.string().optional().catch('unreadable'),
});

const agreed = z.boolean().optional().catch(false);
const NO_AGREEMENT = { parentAgreesToReferral: false };

const addresseesSchema = z.object({
  referrer: z.object({ name: word, role: word, ownReference: word, email: mailbox, teamEmail: mailbox }).catch({}),
  family: z.object({ parents: z.array(parentSchema).catch([]) }).catch({ parents: [] }),
  communication: z
    .object({ format: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  socialCare: z
    .object({ status: z.string().optional().catch('unreadable') })
    .optional()
    .catch({ status: 'unreadable' }),
  immediateRisk: z.boolean().optional().catch(true),
  consent: z.object({ parentAgreesToReferral: agreed, parentUnderstandsAims: agreed }).optional().catch(NO_AGREEMENT),
});

/** The part of a referral that says who gets notices. A whole `Referral` is one. */
export type Addressees = Readonly<z.infer<typeof addresseesSchema>> & {
  readonly staffSaidNo?: boolean;
  readonly staffSaid?: readonly ParentSaid[];
};

/**
 * The addressees of a stored referral, even an invalid one. What cannot be read is left out. A mark of unsafe contact
 * that cannot be read counts as set.
 */
export function addresseesOf(body: unknown): Addressees {
  const read = addresseesSchema.safeParse(body);
  return read.success ? read.data : { referrer: {}, family: { parents: [] } };
}

/**
 * Where a notice goes, or a code for why it is not sent. Then someone must tell them in person, or the member of staff
 * has left.
 */
export type Destination =
  | { readonly address: string }
  | { readonly forAPerson: string }
  | { readonly left: 'PERSON_LEFT' };

/** The code of a parent to whom staff recorded that no email may go. */
export const STAFF_SAID_NO = 'STAFF_SAID_NO';

/** The code of a parent of whom staff recorded that they have no parental responsibility, or that no one knows. */
const STAFF_SAID_NO_RESPONSIBILITY = 'STAFF_SAID_NO_RESPONSIBILITY';

/** Whether a parent is not emailed because of what staff recorded since the referral was sent. */
export function isSaidByStaff(why: string | undefined): boolean {
  return why === STAFF_SAID_NO || why === STAFF_SAID_NO_RESPONSIBILITY;
}

/** The addressees, with what staff recorded in the case since the referral was sent. */
export function asStaffSaid(
  referral: Addressees,
  { noFamilyEmail, responsibility }: Pick<Case, 'noFamilyEmail' | 'responsibility'>,
): Addressees {
  if (!noFamilyEmail && !responsibility) return referral;
  const staffSaid = responsibility ? { staffSaid: responsibility } : {};
  return { ...referral, ...staffSaid, ...(noFamilyEmail ? { staffSaidNo: true } : {}) };
}

type HandedOn = Pick<Case, 'handOver' | 'handedTo'>;

/** The mailboxes of the service: those of its people, and those of teams, which no one in particular reads. */
export interface Mailboxes {
  readonly team: Team;
  readonly config: Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;
}

/**
 * The present mailbox of a role in a case (`REFERRER`, `FAMILY:0`), a member of staff (`PERSON:<id>`) or a team
 * (`DUTY`, `ADVISORY`). A parent is written to only when nothing in the referral speaks against it.
 */
export function addressOf(to: string, referral: Addressees, mailboxes: Mailboxes, theCase?: HandedOn): Destination {
  if (personIdIn(to) !== undefined) return staffDestination(to, mailboxes.team);
  const [part = '', number] = to.split(':');
  if (part === 'FAMILY') return familyDestination(Number(number), referral);
  const present = referrerOf(theCase, referral);
  const address = handOverMailbox(part, theCase) ?? mailboxOf(part, present, mailboxes);
  return address === undefined ? { forAPerson: 'NO_EMAIL' } : { address };
}

function staffDestination(code: string, team: Team): Destination {
  const person = personNamed(team, code);
  return person ? { address: person.mailbox } : { left: 'PERSON_LEFT' };
}

/** The colleague who is asked to take a case over, and the referrer before the present one. */
function handOverMailbox(part: string | undefined, theCase: HandedOn | undefined): string | undefined {
  if (part === 'EARLIER_REFERRER') return theCase?.handedTo?.from;
  return part === 'COLLEAGUE' ? theCase?.handOver?.email : undefined;
}

type Referrer = Addressees['referrer'];

function mailboxOf(part: string, referrer: Referrer, { team, config }: Mailboxes): string | undefined {
  if (part === 'REFERRER') return referrer.email;
  if (part === 'REFERRER_TEAM') return referrer.teamEmail;
  if (part === 'DUTY') return mailboxesNow(team, config).duty;
  return part === 'ADVISORY' ? mailboxesNow(team, config).advisoryTeachers : undefined;
}

/** A status that can mean that someone else than a parent decides, and one that cannot be read, which could mean it. */
const OTHERS_MAY_DECIDE = ['LOOKED_AFTER', 'unreadable'];

/**
 * Whether and where a parent is written to. To no parent of a child at immediate risk, or who did not agree: a person finds
 * out first. Nor to one without parental responsibility, nor of a child whom the council looks after, unless staff have
 * recorded since that this parent has it and may be emailed.
 */
export function familyDestination(n: number, referral: Addressees): Destination {
  const { family, communication, socialCare, immediateRisk, consent } = referral;
  const parent = family.parents[n];
  if (immediateRisk === true) return { forAPerson: 'IMMEDIATE_RISK' };
  if (consent?.parentAgreesToReferral === false || consent?.parentUnderstandsAims === false)
    return { forAPerson: 'NO_AGREEMENT' };
  const said = saidOfParent(referral.staffSaid, n);
  const isCleared = said !== undefined && allowsEmail(said);
  if (OTHERS_MAY_DECIDE.includes(socialCare?.status ?? '') && !isCleared) return { forAPerson: 'LOOKED_AFTER' };
  if (referral.staffSaidNo) return { forAPerson: STAFF_SAID_NO };
  if (!parent || parent.doNotContact) return { forAPerson: 'DO_NOT_WRITE' };
  if (said && said.holds !== 'YES') return { forAPerson: STAFF_SAID_NO_RESPONSIBILITY };
  if (said && !said.mayEmail) return { forAPerson: STAFF_SAID_NO };
  if (parent.parentalResponsibility === false && !isCleared) return { forAPerson: 'NO_PARENTAL_RESPONSIBILITY' };
  if (!parent.email) return { forAPerson: 'NO_EMAIL' };
  // Words about safe contact are for people: no machine can tell "email is best" from "he reads her email".
  if (parent.safeContact) return { forAPerson: 'SAFE_WAYS_TO_READ' };
  const others = family.parents.filter((_, i) => i !== n);
  if (others.some((other) => other.addressKeptFrom)) return { forAPerson: 'ADDRESS_KEPT_FROM_SOMEBODY' };
  const guarded = others.filter((other) => other.doNotContact || other.safeContact);
  if (guarded.some((other) => sameMailbox(other.email, parent.email))) return { forAPerson: 'MAILBOX_SHARED' };
  const format = communication?.format ?? 'STANDARD';
  return format === 'STANDARD' ? { address: parent.email } : { forAPerson: 'OTHER_FORMAT' };
}

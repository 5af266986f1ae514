import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { referrerOf } from '../case/referrer.ts';
import { personIdIn, personNamed } from '../people/code.ts';
import { mailboxesNow } from '../people/mailboxes.ts';
import { serviceMailbox } from '../people/services.ts';
import type { Team } from '../people/team.ts';
import { type FamilyFacts, familyShape, mailbox, word } from '../safe-contact/facts.ts';
import { type Way, wayTo } from '../safe-contact/way-to.ts';
import type { ServiceConfig } from '../service/config.ts';

const addresseesSchema = z.object({
  referrer: z.object({ name: word, role: word, ownReference: word, email: mailbox, teamEmail: mailbox }).catch({}),
  ...familyShape,
});

/** The part of a referral that says who gets notices. A whole `Referral` is one. */
export type Addressees = Readonly<z.infer<typeof addresseesSchema>> & FamilyFacts;

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
export type Destination = Way | { readonly left: 'PERSON_LEFT' };

type HandedOn = Pick<Case, 'handOver' | 'handedTo'>;

/** The mailboxes of the service: those of its people, and those of teams, which no one in particular reads. */
export interface Mailboxes {
  readonly team: Team;
  readonly config: Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;
}

/**
 * The present mailbox of a role in a case (`REFERRER`, `FAMILY:0`), a member of staff (`PERSON:<id>`) or a team
 * (`DUTY`, `ADVISORY`), or another service (`SERVICE:<code>`). A parent is written to only when nothing in the referral speaks against it.
 */
export function addressOf(to: string, referral: Addressees, mailboxes: Mailboxes, theCase?: HandedOn): Destination {
  if (personIdIn(to) !== undefined) return staffDestination(to, mailboxes.team);
  const [part = '', number] = to.split(':');
  if (part === 'FAMILY') return wayTo(Number(number), 'EMAIL', referral);
  const present = referrerOf(theCase, referral);
  const address =
    handOverMailbox(part, theCase) ?? serviceMailbox(to, mailboxes.team) ?? mailboxOf(part, present, mailboxes);
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

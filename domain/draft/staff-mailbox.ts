import { mailboxesNow } from '../people/mailboxes.ts';
import { hasRole, type Person, type Role } from '../people/person.ts';
import { personById, personByMailbox, type Team } from '../people/team.ts';
import type { ServiceConfig } from '../service/config.ts';
import { sameMailbox } from '../values/mailbox.ts';
import type { Entry } from './paper-entry.ts';

/** Operators and auditors keep the service running and checked; they enter no referrals. */
const entering: readonly Role[] = ['PRACTITIONER', 'ADMINISTRATOR', 'TRIAGER', 'SERVICE_MANAGER'];
const mayEnter = (person: Person) => person.isActive && entering.some((role) => hasRole(person, role));

type Duty = Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;

/** The mailbox as the team writes it, if it is that of someone who works with referrals here now, or of the duty team. */
export function staffMailbox(team: Team, config: Duty, typed: string): string | undefined {
  const person = personByMailbox(team, typed);
  if (person && mayEnter(person)) return person.mailbox;
  const { duty } = mailboxesNow(team, config);
  return sameMailbox(duty, typed) ? duty : undefined;
}

/**
 * The present mailbox of the member of staff who entered a draft. Undefined once they no longer work with referrals
 * here. Their former mailbox may be someone else's by now.
 */
export function mailboxOfEntry(team: Team, config: Duty, { person, mailbox }: Entry): string | undefined {
  if (person === undefined) return staffMailbox(team, config, mailbox);
  const owner = personById(team, person);
  return owner && mayEnter(owner) ? owner.mailbox : undefined;
}

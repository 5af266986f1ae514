import { hasRole, type Role } from '#domain/people/person.ts';
import { personByMailbox, type Team } from '#domain/people/team.ts';
import type { ServiceConfig } from '#domain/service-config.ts';
import { foldedMailbox, sameMailbox } from '#domain/values/mailbox.ts';

/** Operators and auditors keep the service running and checked; they enter no referrals. */
const mayEnter: readonly Role[] = ['PRACTITIONER', 'ADMINISTRATOR', 'TRIAGER', 'SERVICE_MANAGER'];

/** The mailbox as the team writes it, if it is that of someone who works with referrals here now, or of the duty team. */
export function staffMailbox(
  team: Team,
  { dutyMailbox }: Pick<ServiceConfig, 'dutyMailbox'>,
  typed: string,
): string | undefined {
  const person = personByMailbox(team, typed);
  if (person && mayEnter.some((role) => hasRole(person, role))) return person.mailbox;
  return sameMailbox(dutyMailbox, typed) ? dutyMailbox : undefined;
}

/** Codes for this door are counted apart from those of triage: whoever asks for them here keeps nobody from a decision. */
export function doorOf(typed: string): string {
  return `entering referrals as ${foldedMailbox(typed)}`;
}

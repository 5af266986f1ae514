import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { personNamed } from '#domain/people/code.ts';
import { mailFailsSince } from '#domain/people/person.ts';
import { personById } from '#domain/people/team.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';
import { giveUp } from './gather-held.ts';

/**
 * Tells an operator that emails to this colleague come back. Given up where someone has put that right, or either of the two
 * has left since.
 */
export async function settleStaffMail(deps: DeliverDeps, entry: Notice, colleague: string): Promise<void> {
  const team = await readTeam(deps)();
  const person = personById(team, colleague);
  const since = person?.isActive ? mailFailsSince(person) : undefined;
  if (!person?.mailFailed || since === undefined) return giveUp(deps, entry, 'NO_LONGER_NEEDED');
  if (!personNamed(team, entry.to)) return giveUp(deps, entry, 'PERSON_LEFT');
  const { id, name, mailFailed } = person;
  const facts = { id, name, since: plainDate(londonDateOf(since)), about: mailFailed.about };
  const about = { reference: entry.reference, referral: addresseesOf(undefined), colleague: facts };
  await deliverNotice(deps, { id: entry.id, kind: 'STAFF_MAIL_FAILED', to: entry.to }, about);
}

import { sentNext } from '#domain/notices/ledger.ts';
import { mailFailedNotice } from '#domain/notices/staff-notices.ts';
import { personCode } from '#domain/people/code.ts';
import { deciders, type Staff } from '#domain/people/on-duty.ts';
import { mailFailsSince, type Person } from '#domain/people/person.ts';
import { personById, type Team } from '#domain/people/team.ts';
import type { Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';

interface TellDeps {
  readonly notices: Pick<NoticeStore, 'claimNotice'>;
  readonly now: Now;
}

/**
 * Leaves to the sweeper that the operators hear that emails to a colleague come back, each once for each time that they began
 * to. Without an operator in reach the service managers hear, or else who decides. Nothing where their emails arrive.
 */
export async function tellOperators({ notices, now }: TellDeps, team: Team, staff: Staff, id: string): Promise<void> {
  const person = personById(team, id);
  if (!person?.isActive || mailFailsSince(person) === undefined) return;
  for (const operator of inReach(staff, id)) {
    const { reference, owed } = mailFailedNotice(person, personCode(operator));
    await notices.claimNotice(sentNext(reference, owed, now()));
  }
}

function inReach({ operators = [], managers, triagers, away }: Staff, not: string): readonly Person[] {
  const reached = (people: readonly Person[]) => people.filter((one) => one.id !== not && !away.includes(one));
  const groups = [operators, managers, deciders({ triagers, managers })].map(reached);
  return groups.find((people) => people.length > 0) ?? [];
}

import type { TeamChange } from './change.ts';
import type { MailboxSettings } from './mailboxes.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import type { Team } from './team.ts';

const said = ({ duty, advisoryTeachers }: MailboxSettings) => [duty, advisoryTeachers].join('; ');

/** The team whose duty team and advisory teachers are written to there from now on. What went to an old mailbox opens no more. */
export function mailboxesChanged(
  team: Team,
  moment: TeamMoment,
  { duty, advisoryTeachers }: Pick<MailboxSettings, 'duty' | 'advisoryTeachers'>,
): TeamChange {
  const mailboxes: MailboxSettings = { ...team.mailboxes, duty, advisoryTeachers };
  const from = team.mailboxes ? { from: said(team.mailboxes) } : {};
  return nextTeam(team, moment, { mailboxes }, { what: 'MAILBOXES_CHANGED', ...from, to: said(mailboxes) });
}

import type { TeamChange } from './change.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import { nextServiceCode, type SetService } from './services.ts';
import type { Team } from './team.ts';

const said = ({ name, mailbox, isOffered, decides }: SetService) =>
  `${name}; ${mailbox}; ${isOffered ? 'offered' : 'not offered'}${decides ? '; decides with us' : ''}`;
const plain = (name: string) => name.trim().toLowerCase();

/**
 * The team with this service in place of the one with its code; with a blank code it is added. None is ever removed, so that
 * what was sent to it can be read there. What went to an old mailbox opens no more.
 */
export function serviceSet(team: Team, moment: TeamMoment, { code, ...set }: SetService): TeamChange {
  const { name, mailbox, isOffered, decides } = set;
  const { services = [] } = team;
  const before = services.find((one) => one.code === code);
  if (code !== '' && !before) return { refused: 'UNKNOWN_SERVICE' };
  const isTaken = services.some((one) => one.code !== code && plain(one.name) === plain(name));
  if (isTaken) return { refused: 'SERVICE_KNOWN' };
  const { decides: decided, ...rest } = before ?? {};
  const after: SetService = {
    ...{ ...rest, code: code || nextServiceCode(services.length), name, mailbox, isOffered },
    ...((decides ?? decided) ? { decides: true } : {}),
  };
  const all = before ? services.map((one) => (one === before ? after : one)) : [...services, after];
  const from = before ? { from: said(before) } : {};
  return nextTeam(team, moment, { services: all }, { what: 'SERVICES_CHANGED', ...from, to: said(after) });
}

import type { Case } from '../case/case.ts';
import { personCode } from '../people/code.ts';
import type { Person } from '../people/person.ts';
import type { Team } from '../people/team.ts';
import type { ServiceConfig } from '../service/config.ts';
import { isCanary } from './mark.ts';

/** Where AWS takes emails that no one is to read. Source: the SES mailbox simulator. */
const NO_ONE = 'success@simulator.amazonses.com';

/** The id of the canary as a member of staff; those of people are made by chance and longer. */
export const CANARY_ID = 'canary';

/** How notices and tasks name the canary. */
export const CANARY_CODE = personCode({ id: CANARY_ID });

/** What a configuration says of the canary. */
export type ConfiguredCanary = Pick<ServiceConfig, 'canary'>;

/** The canary as a member of staff. With the canary turned off while one is under way, its emails reach no one. */
export function canaryPerson({ canary }: ConfiguredCanary): Person {
  const mailbox = canary?.mailbox ?? NO_ONE;
  return { id: CANARY_ID, name: 'Canary', mailbox, roles: ['TRIAGER'], leave: [], isActive: true };
}

/**
 * The team that a referral is for: the canary alone for a referral of the canary, the whole team without it for every other.
 * So the canary can open and decide marked referrals only, and no member of staff is asked about those.
 */
export function teamFor(theCase: Pick<Case, 'caller'> | undefined, team: Team, config: ConfiguredCanary): Team {
  if (!theCase || !isCanary(theCase)) return team;
  return { version: team.version, people: [canaryPerson(config)], history: [] };
}

/** Whether a notice about a referral of the canary is for the canary, the referrer or the family it made up: all one mailbox. */
export function isForCanary({ to, hold }: { readonly to: string; readonly hold?: unknown }): boolean {
  const [part = ''] = to.split(':');
  return hold === undefined && (to === CANARY_CODE || part === 'FAMILY' || to === 'REFERRER');
}

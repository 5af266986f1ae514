import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import { FIXER_ROLES } from '#domain/process/rollup.ts';
import { legalHoldAt } from '../../staff/legal-hold/address.ts';
import { placeAt } from '../../staff/place/address.ts';
import { HAND_ON_AT } from '../../staff/queue/address.ts';
import { recordAt } from '../../staff/records/address.ts';
import { contactCheckAt, copyAt } from '../address.ts';
import { actWords as words } from './acts-words.ts';

/** Something that can be done: where, for whoever may, and otherwise who can. */
interface Act {
  readonly what: string;
  readonly href?: string | undefined;
  readonly so?: string;
}

const MANAGERS: readonly Role[] = ['SERVICE_MANAGER'];
const TEAM: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER'];

/** Everything that fits the present state of a case. What needs a role that this person lacks says who can, without a link. */
export function actsOf(theCase: Case, person: Person, base: string): Act[] {
  const { reference, task, status, death } = theCase;
  const may = (roles: readonly Role[]) => roles.some((role) => hasRole(person, role));
  const ofManager = (what: string, at: string): Act =>
    may(MANAGERS) ? { what, href: base + at } : { what, so: words.managerOnly };
  const ofTeam = (what: string, at: string): Act =>
    may(TEAM) ? { what, href: base + at } : { what, so: words.teamOnly };
  const kind = task && !task.decision && 'kind' in task ? task.kind : undefined;
  const taskAt = `/triage/tasks/${task?.id ?? ''}`;
  const ofStaff = kind === 'TRIAGE' || kind === 'DUPLICATE' || kind === 'SUSPICIOUS';
  const isListed = status === 'ON_WAITING_LIST';
  return [
    ...(may(FIXER_ROLES)
      ? [
          { what: words.emails, so: words.emailsSo },
          { what: words.contact, href: base + contactCheckAt(reference), so: words.contactSo },
        ]
      : []),
    ...(ofStaff ? [ofManager(words.reassign, `${HAND_ON_AT}?task=${task?.id}`)] : []),
    ...(kind === 'SUSPICIOUS' ? [ofTeam(words.release, taskAt)] : []),
    ...(kind === 'DUPLICATE' ? [ofTeam(words.duplicate, taskAt)] : []),
    ...(kind === 'TRIAGE' ? [ofTeam(words.sameChild, taskAt)] : []),
    ...(isListed ? [ofManager(words.takeOff, placeAt(reference))] : []),
    ...(isOpen(status) && !isListed ? [{ what: words.withdraw, so: words.withdrawSo }] : []),
    ...(death ? [] : [ofManager(words.death, `${recordAt(reference)}/died`)]),
    ofManager(words.hold, legalHoldAt(reference)),
    ofManager(words.copy, copyAt(reference)),
  ];
}

import { personCode } from '../people/code.ts';
import { deciders, type Staff } from '../people/on-duty.ts';
import type { Person } from '../people/person.ts';
import { sameMailbox } from '../values/mailbox.ts';
import type { Addressees } from './addressees.ts';
import type { NoticeKind } from './notice.ts';

/** A notice before it has its id and its link. */
export interface Intent {
  readonly kind: NoticeKind;
  readonly to: string;
}

/** The referrer, and the team mailbox where there is one of its own. */
export function referrers(kind: NoticeKind, { referrer }: Addressees): Intent[] {
  const team = referrer.teamEmail !== undefined && !sameMailbox(referrer.teamEmail, referrer.email);
  return (team ? ['REFERRER', 'REFERRER_TEAM'] : ['REFERRER']).map((to) => ({ kind, to }));
}

/** Everyone who is asked to decide. */
export function triagers(kind: NoticeKind, staff: Staff): Intent[] {
  return staff.triagers.map((person) => toPerson(kind, person));
}

/** Every service manager. */
export function managers(kind: NoticeKind, staff: Staff): Intent[] {
  return staff.managers.map((person) => toPerson(kind, person));
}

/** Everyone who decides and every service manager, each once. */
export function triagersAndManagers(kind: NoticeKind, staff: Staff): Intent[] {
  return deciders(staff).map((person) => toPerson(kind, person));
}

function toPerson(kind: NoticeKind, person: Person): Intent {
  return { kind, to: personCode(person) };
}

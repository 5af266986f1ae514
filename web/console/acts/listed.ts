import { staffOn } from '#domain/people/on-duty.ts';
import { hasRole } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { actAt } from '../address.ts';
import type { Act, Fit } from './act.ts';
import { ACTS, mayPress } from './table.ts';
import { actPageWords as words } from './words.ts';

/** One act as a page offers it: with the way to it for whoever may press it, and who can for everyone else. */
interface Offered {
  readonly what: string;
  readonly href?: string;
  readonly so?: string;
}

/** An act that leads somewhere for this person, and that says who can do it to others. */
export function offered(act: Pick<Act, 'roles'>, what: string, href: string, { person }: AreaAccess): Offered {
  return mayPress(act, person) ? { what, href } : { what, so: words.managerOnly };
}

/** Everything that fits a case as it stands now. An act of operators is not shown to an auditor, who presses nothing. */
export function offeredFor(fit: Fit, access: AreaAccess, base: string): Offered[] {
  const { reference } = fit.theCase;
  return ACTS.flatMap((act) =>
    (act.targets?.(fit) ?? []).flatMap(({ item, about }) => {
      if (act.roles.includes('OPERATOR') && !mayPress(act, access.person)) return [];
      const more = about === undefined ? '' : `?item=${encodeURIComponent(item)}`;
      return [offered(act, about ?? act.words.what, base + actAt(reference, act.at) + more, access)];
    }),
  );
}

/** Whom someone asks who cannot press it: the service managers of today, by name and address. */
export function managersToAsk({ team, person }: AreaAccess, now: string) {
  if (hasRole(person, 'SERVICE_MANAGER')) return undefined;
  const { managers } = staffOn(team, londonDateOf(now));
  return { words, managers: managers.map(({ name, mailbox }) => ({ name, mailbox })) };
}

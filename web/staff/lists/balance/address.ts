import type { ListName } from '#domain/lists/entry.ts';
import { LISTS_AT, listAt } from '../address.ts';

export const BALANCE_AT = `${LISTS_AT}/balance`;

/** Who reads whether the lists add up. It names references and no child, so operators read it too. */
export const BALANCE_ROLES = ['SERVICE_MANAGER', 'AUDITOR', 'OPERATOR'] as const;

/** The address of the nights of one list. */
export function listBalanceAt(name: ListName): string {
  return `${BALANCE_AT}${listAt(name).slice(LISTS_AT.length)}`;
}

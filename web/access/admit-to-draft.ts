import type { HttpRequest } from '../http/message.ts';
import { gainRights } from './gain-rights.ts';
import type { SessionDeps } from './sessions.ts';

/**
 * Lets this browser fill in a draft, beside those that it may fill in already, for as long as if it came now. `forms` are
 * tokens of pages that it has open.
 */
export async function admit(
  deps: SessionDeps,
  request: HttpRequest,
  id: string,
  mailbox: string,
  forms: readonly string[] = [],
): Promise<string[]> {
  const grant = { reference: id, purpose: 'DRAFT' } as const;
  return [await gainRights(deps, request, { audience: 'DRAFT', holder: { mailbox }, grant, isProven: true, forms })];
}

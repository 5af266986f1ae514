import type { HttpRequest } from '../http/message.ts';
import { openSession, prolongSession, readSession, type SessionDeps } from './sessions.ts';

/** Lets this browser fill in a draft, beside those that it may fill in already, for as long as if it came now. */
export async function admit(deps: SessionDeps, request: HttpRequest, id: string, mailbox: string): Promise<string[]> {
  const grant = { reference: id, purpose: 'DRAFT' } as const;
  const open = await readSession(deps, request, 'DRAFT');
  return [
    open
      ? await prolongSession(deps, request, { audience: 'DRAFT', session: open.session }, grant)
      : await openSession(deps, 'DRAFT', { mailbox }, grant),
  ];
}

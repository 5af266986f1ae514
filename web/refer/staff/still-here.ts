import type { Draft } from '#domain/draft/draft.ts';
import type { ReferDeps } from '../deps.ts';
import { staffMailbox } from './mailbox.ts';

/** Whether a draft may still be opened: one that staff enter only while whoever began it works here. */
export async function isStillTheirs(deps: Pick<ReferDeps, 'readTeam' | 'config'>, { entry }: Draft): Promise<boolean> {
  return !entry || staffMailbox(await deps.readTeam(), deps.config, entry.mailbox) !== undefined;
}

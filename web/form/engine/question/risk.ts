import { isAlarmed } from '#domain/draft/alarm.ts';
import type { FormDeps } from '../../deps.ts';
import type { DraftRequest } from '../draft-request.ts';
import type { Step } from '../steps.ts';

/** Pages that say something of an alarm: that there is one, that a call was made, and how to reach who raised it. */
const news: ReadonlyMap<string, 'ALARM' | 'CONTACT'> = new Map([
  ['risk', 'ALARM'],
  ['call', 'ALARM'],
  ['you', 'CONTACT'],
  ['referrer', 'CONTACT'],
]);

/**
 * Tells the duty mailbox what a page just saved says of a child at immediate risk: each thing once. True when the child was said
 * to be at risk on it and no call is recorded.
 */
export async function alarmIfAtRisk(deps: FormDeps, { draft }: DraftRequest, { page }: Step): Promise<boolean> {
  const what = news.get(page.path);
  if (what !== undefined) await deps.alarmOfDraft(draft, what);
  return page.path === 'risk' && isAlarmed(draft);
}

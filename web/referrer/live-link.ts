import type { Case } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import type { Link, LinkPurpose } from '#domain/ports/records.ts';
import { readLink } from '../access/links.ts';
import type { ReferrerDeps } from './deps.ts';

/** The link behind a token while its case still has something for it, read consistently. */
export async function liveLink(
  deps: Pick<ReferrerDeps, 'access' | 'cases' | 'now'>,
  token: string,
): Promise<{ readonly link: Link; readonly theCase: Case } | undefined> {
  const link = await readLink(deps, token);
  if (!link || link.purpose === 'TASK') return undefined;
  const theCase = await deps.cases.readCase(link.reference);
  return theCase && isWanted(theCase, link.purpose, link.taskId) ? { link, theCase } : undefined;
}

/** Whether a case still has something for a link or session of this purpose. */
export function isWanted(theCase: Case, purpose: LinkPurpose, taskId: string | undefined): boolean {
  if (purpose === 'STATUS') return true;
  if (purpose === 'ANSWER') return taskId !== undefined && openTask(theCase, taskId)?.kind === 'REFERRER';
  if (purpose === 'RESUBMIT') return mendable.includes(theCase.outcome ?? '');
  return purpose === 'FORWARD' && theCase.outcome === 'REDIRECTED_EY_ADVISORY';
}

const mendable = ['NOT_ACCEPTED_NO_EVIDENCE', 'RETURNED_INVALID'];

import { isOpen } from '#domain/case/codes.ts';
import { isStillToOpen } from '#domain/case/task.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore } from '#domain/ports/stores.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from '../layout/page.ts';
import { readLink } from './links.ts';

/** The heading of the page for a link whose task is about to be written. */
export const NOT_READY = 'Not ready yet';

const SECONDS = 30;
/** A step that fails is tried again for less than this. A link to a task that never came looks unknown from then on. */
const MOST_MINUTES = 60;

interface NotReadyDeps {
  readonly access: Pick<AccessStore, 'readLink'>;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly now: Now;
}

/**
 * Whether the task of a link is about to be written: people are asked by email before the case stores it as open. Only
 * while no other task is open, and soon after the link was made.
 */
export async function isNotReady(deps: NotReadyDeps, token: string): Promise<boolean> {
  const link = await readLink(deps, token);
  if (link?.taskId === undefined || deps.now() >= plusMinutes(link.createdAt, MOST_MINUTES)) return false;
  const theCase = await deps.cases.readCase(link.reference);
  if (!theCase || !isOpen(theCase.status) || !isStillToOpen(theCase, link.taskId)) return false;
  return !theCase.task || theCase.task.decision !== undefined;
}

/** For who is quicker than the service. The link goes on working. */
export function notReadyPage(deps: PageDeps): HttpResponse {
  const said = say(
    deps,
    503,
    NOT_READY,
    'We are still preparing this page.',
    `Your link works. Wait ${SECONDS} seconds and open it again.`,
  );
  return { ...said, headers: { ...said.headers, 'retry-after': String(SECONDS) } };
}

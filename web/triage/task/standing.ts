import type { Case, Decision, Task } from '#domain/case/case.ts';
import { decisionOn, openTask } from '#domain/case/decide.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { type OpenSession, readSession } from '../../access/sessions.ts';
import type { HttpRequest } from '../../http/message.ts';
import type { TriageDeps } from '../deps.ts';

/** How a task stands for this browser, read consistently. */
export type Standing =
  | { readonly kind: 'UNKNOWN' }
  | (Known & { readonly kind: 'OPEN'; readonly task: Task })
  | (Known & { readonly kind: 'DECIDED'; readonly decision: Decision; readonly canUndo: boolean })
  | (Known & { readonly kind: 'CLOSED' });

interface Known extends OpenSession {
  readonly theCase: Case;
  readonly taskId: string;
}

type Deps = Pick<TriageDeps, 'access' | 'cases' | 'now'>;

/**
 * What a session may see of a task: nothing unless it opened a link to it; the record while it is open and its mailbox is
 * asked; afterwards who decided what and when. Session and case are read at the same time.
 */
export async function standingOf(deps: Deps, request: HttpRequest, taskId: string): Promise<Standing> {
  const reference = referenceOfTask(taskId);
  if (reference === undefined) return { kind: 'UNKNOWN' };
  const [open, theCase] = await Promise.all([readSession(deps, request, 'STAFF'), deps.cases.readCase(reference)]);
  const isGranted = open?.session.grants.some((known) => known.purpose === 'TASK' && known.taskId === taskId);
  if (!open || !theCase || !isGranted) return { kind: 'UNKNOWN' };
  const known = { ...open, theCase, taskId };
  const decision = decisionOn(theCase, taskId);
  if (decision) {
    const isUnsettled = theCase.task?.id === taskId;
    return { ...known, kind: 'DECIDED', decision, canUndo: isUnsettled && deps.now() < decision.effectiveAt };
  }
  const task = openTask(theCase, taskId);
  if (!task || task.kind === 'REFERRER') return { ...known, kind: 'CLOSED' };
  return task.recipients.includes(open.session.mailbox) ? { ...known, kind: 'OPEN', task } : { kind: 'UNKNOWN' };
}

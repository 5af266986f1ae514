import { actorOf } from '#domain/people/staff-actor.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { notFound } from '../not-found.ts';
import { otherCaseOf, recordView } from '../record/record.ts';
import { closedPage, decidedPage } from './decided.ts';
import { type TaskAccess, taskAccessOf } from './task-access.ts';
import { taskTextsOf } from './task-texts.ts';
import { openTodoOf } from './todo.ts';
import { type TypedDecision, typedDecision } from './typed.ts';

/** GET of a task: the record and the form while it is open, afterwards what was decided. */
export function getTask(deps: StaffDeps) {
  return async (request: HttpRequest, { taskId = '' }: Parameters): Promise<HttpResponse> => {
    const todo = await openTodoOf(deps, request, taskId);
    if (todo) return notYetPage(deps, todo.reference);
    const access = await taskAccessOf(deps, request, taskId);
    if (access.kind === 'UNKNOWN') return notFound(deps);
    if (access.kind === 'DECIDED') return decidedPage(deps, access);
    if (access.kind === 'CLOSED') return closedPage(deps, access.theCase);
    return taskPage(deps, access, { form: typedDecision({}), problems: [] });
  };
}

interface TypedDecisionForm {
  readonly form: TypedDecision;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/**
 * The record with the form; with problems it is 422 and holds everything that was typed. Showing it is a reading, which is
 * written down while the record is read: nothing is shown before it is.
 */
export async function taskPage(
  deps: StaffDeps,
  access: Extract<TaskAccess, { kind: 'OPEN' }>,
  typed: TypedDecisionForm,
): Promise<HttpResponse> {
  const { theCase, task, person, csrf } = access;
  const { reference } = theCase;
  const ask = taskTextsOf(task.kind);
  if (!ask) return notYetPage(deps, reference);
  const isDuplicate = task.kind === 'DUPLICATE';
  const [stored, check, other] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.cases.readCheck(reference, theCase.checks),
    isDuplicate && theCase.duplicateOf ? deps.cases.readCase(theCase.duplicateOf) : undefined,
    deps.access.recordReading({
      reference,
      at: deps.now(),
      by: actorOf(person),
      what: 'RECORD',
      taskId: task.id,
    }),
  ]);
  if (!stored) return notFound(deps);
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'staff/decide/task.njk',
    title: ask.title(reference),
    data: {
      ...recordView(theCase, stored, check),
      ...{ reference, csrf, taskId: task.id, isDuplicate, kind: task.kind, form: typed.form, problems: typed.problems },
      other: other ? otherCaseOf(other) : null,
      outcomes: Object.entries(ask.outcomes).map(([value, label]) => ({ value, label })),
      reasonHint: ask.reasonHint,
      undoMinutes: deps.policy.undoMinutes,
    },
  });
}

/** For a task or a TODO that a later release has opened, while this function is still of the release before. */
function notYetPage(deps: StaffDeps, reference: string): HttpResponse {
  const title = `Not ready yet: referral ${reference}`;
  return say(deps, 503, title, 'The service is being updated. Your link still works: try again in 15 minutes.');
}

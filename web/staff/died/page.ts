import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Admitted } from '../../access/guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import type { TodoAccess } from '../../access/staff-todo.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { staffDiedWords, tellWords, undoDeathWords } from './words.ts';

type Access = (TaskAccess | TodoAccess) & Admitted;

interface TypedReason {
  readonly reason: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const UNTYPED: TypedReason = { reason: '', problems: [] };

const workId = (access: Access) => (access.kind === 'TODO' ? access.todo.id : access.taskId);
const referenceOf = (access: Access) => (access.kind === 'TODO' ? access.todo.reference : access.theCase.reference);

/** GET: one button, and what it does; once it is recorded, who must be told and how to undo it. */
export function getStaffDied(deps: StaffDeps) {
  return async (access: Access): Promise<HttpResponse> => {
    const reference = referenceOf(access);
    const theCase = await deps.cases.readCase(reference);
    if (!theCase) return notFound(deps);
    if (theCase.death) return recordedPage(deps, access, theCase, theCase.death, UNTYPED);
    const data = { taskId: workId(access), csrf: access.csrf, words: staffDiedWords };
    return page(deps, { template: 'staff/died/died.njk', title: staffDiedWords.title(reference), data });
  };
}

/** POST: recorded, once, by any member of staff who has work on the case. */
export function postStaffDied(deps: StaffDeps) {
  return async (access: Access): Promise<HttpResponse> => {
    await deps.recordDeath({ reference: referenceOf(access), by: access.actor });
    const theCase = await deps.cases.readCase(referenceOf(access));
    if (!theCase?.death) return notFound(deps);
    return recordedPage(deps, access, theCase, theCase.death, UNTYPED);
  };
}

/** POST: one of those who must hear it was told. The page shows who is left. */
export function postToldOfDeath(deps: StaffDeps) {
  return async (access: Access, { tell = '' }: FormFields): Promise<HttpResponse> => {
    const reference = referenceOf(access);
    await deps.toldOfDeath({ reference, id: tell, by: access.actor });
    const theCase = await deps.cases.readCase(reference);
    return theCase?.death ? recordedPage(deps, access, theCase, theCase.death, UNTYPED) : notFound(deps);
  };
}

/** POST of the undo: the case is as it was, or the page again with what is missing. */
export function postUndoDied(deps: StaffDeps) {
  return async (access: Access, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const reference = referenceOf(access);
    const result = await deps.undoDeath({ reference, by: access.actor, reason });
    const theCase = await deps.cases.readCase(reference);
    if (result.kind === 'INVALID' && theCase?.death) {
      const problems = inCommandWords(undoDeathWords, result.problems);
      return recordedPage(deps, access, theCase, theCase.death, { reason, problems });
    }
    if (result.kind === 'INVALID') return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${workId(access)}`));
    return say(deps, 200, staffDiedWords.undone(reference), ...staffDiedWords.undoneSays);
  };
}

async function recordedPage(
  deps: StaffDeps,
  access: Access,
  { reference }: Case,
  death: NonNullable<Case['death']>,
  typed: TypedReason,
): Promise<HttpResponse> {
  const todos = await deps.todos.todosOf(reference);
  const open = todos.filter(({ kind, done }) => kind === 'TELL_OF_DEATH' && !done);
  const data = {
    ...typed,
    tell: open.map(({ id, why }) => ({ id, who: tellWords.get(why) ?? why })),
    by: actorInWords(death.by),
    at: instantInWords(death.at),
    taskId: workId(access),
    csrf: access.csrf,
    words: staffDiedWords,
  };
  const status = typed.problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'staff/died/recorded.njk', title: staffDiedWords.recorded(reference), data });
}

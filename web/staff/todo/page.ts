import { readFamily } from '#application/read-family.ts';
import { withPlace } from '#domain/case/place-told.ts';
import { isWithoutRecord } from '#domain/case/stop-seen.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { describeService } from '#domain/service/description.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { mayComment } from '../../access/area-record.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { TodoAccess } from '../../access/staff-todo.ts';
import { toldInWords } from '../../components/record/told.ts';
import { toldWords } from '../../components/told-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { commentWords } from '../comments/words.ts';
import { onceListed } from '../decide/how-decided.ts';
import { notYetPage } from '../decide/page.ts';
import type { StaffDeps } from '../deps.ts';
import { staffDiedWords } from '../died/words.ts';
import { noEmailWords } from '../no-email/words.ts';
import { besideViews } from '../record/beside.ts';
import { recordView } from '../record/record.ts';
import { recordAt } from '../records/address.ts';
import { todayWords } from '../today/words.ts';
import { besideWords } from '../words.ts';
import { donePage } from './done.ts';
import { todoKinds } from './kinds.ts';

/** What was typed, and what is wrong with it; nothing of both when the page is opened. */
export interface TypedTodo {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET of a TODO: what is to be done, a form to enter that it is, and the record; afterwards who did it. */
export function getTodo(deps: StaffDeps) {
  return async (access: TodoAccess): Promise<HttpResponse> => {
    if (!access.todo.done) return todoPage(deps, access, { form: {}, problems: [] });
    const theCase = await deps.cases.readCase(access.todo.reference);
    if (theCase?.death) return toDied(deps, access.todo);
    const next = access.todo.kind === 'CONFIRM_BAND' ? onceListed(theCase?.list?.pathway) : [];
    return donePage(deps, access, 200, next);
  };
}

/** The page with its form; with problems it is 422 and holds everything that was typed. Showing it is a reading. */
export async function todoPage(deps: StaffDeps, access: TodoAccess, typed: TypedTodo): Promise<HttpResponse> {
  const { todo, person, csrf } = access;
  const { reference, id } = todo;
  if (todo.kind === 'TELL_OF_DEATH') return toDied(deps, todo);
  const kind = todoKinds.get(todo.kind);
  if (!kind) return notYetPage(deps, reference);
  const what = isWithoutRecord(todo) ? 'TASK_OPENED' : 'RECORD';
  const [theCase, stored, comments] = await Promise.all([
    deps.cases.readWholeCase(reference),
    deps.referrals.readReferral(reference),
    deps.comments.commentsOf(reference),
    deps.access.recordReading({ reference, at: deps.now(), by: actorOf(person), what, taskId: id }),
  ]);
  if (!theCase || !stored) return notFound(deps);
  if (theCase.death) return toDied(deps, todo);
  const [check, beside, family, team, support] = await Promise.all([
    deps.cases.readCheck(reference, theCase.checks),
    besideViews(deps, { theCase, taskId: id, actor: actorOf(person) }),
    readFamily(deps, theCase, addresseesOf(stored.body)),
    deps.readTeam(),
    theCase.toSupport ? deps.supports.readSupport(reference) : undefined,
  ]);
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: `staff/todo/${kind.template}`,
    title: kind.title(reference),
    data: {
      ...recordView({ theCase, stored, check, comments }, deps.policy, londonDateOf(deps.now())),
      told: toldInWords(theCase.lastDecision, describeService(deps.policy, deps.config.description)),
      ...{ toldWords, beside, besideWords, commentWords, commentsAt: recordAt(reference) },
      mayComment: mayComment(theCase, person),
      ...{ reference, csrf, taskId: id, diedLink: staffDiedWords.link, todayLink: todayWords.link, ...typed },
      noEmailLink: noEmailWords.link,
      ...kind.view(
        {
          ...{ theCase: withPlace(theCase, support), stored, todo, person, family, team, support, policy: deps.policy },
          waitMonths: deps.policy.waitTargetMonths,
          form: typed.form,
        },
        deps,
      ),
    },
  });
}

/** Of a child who has died only the page about that is shown. */
export function toDied(deps: StaffDeps, { id }: Pick<Todo, 'id'>): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${id}/died`));
}

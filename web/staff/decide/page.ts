import { decisionContext } from '#application/triage/decision-context.ts';
import { teamFor } from '#domain/canary/team.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { knownIn } from '#domain/referral/known.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { OpenTask, TaskAccess } from '../../access/staff-task.ts';
import { type TypedDecision, typedDecision } from '../../access/staff-typed.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import { answerAt } from '../answer/page.ts';
import { commentWords } from '../comments/words.ts';
import type { StaffDeps } from '../deps.ts';
import { staffDiedWords } from '../died/words.ts';
import { nextChildOf } from '../meetings/next-child.ts';
import { prefillOf } from '../meetings/prefill.ts';
import { noEmailWords } from '../no-email/words.ts';
import { alikeView } from '../record/alike.ts';
import { besideViews } from '../record/beside.ts';
import { recordView } from '../record/record.ts';
import { sinceViews } from '../record/since.ts';
import { recordAt } from '../records/address.ts';
import { todayWords } from '../today/words.ts';
import { besideWords, decideWords } from '../words.ts';
import { closedPage, decidedPage } from './decided.ts';
import { fieldWords } from './field-words.ts';
import { fieldsView } from './fields.ts';
import { involvementWords } from './involvement-words.ts';
import { HASH_PLACE, keptAsSent } from './page-as-sent.ts';
import { taskTextsOf } from './task-texts.ts';

/** GET of a task: the record and the form while it is open, afterwards what was decided. */
export function getTask(deps: StaffDeps) {
  return async (access: TaskAccess): Promise<HttpResponse> => {
    if (access.theCase.death) return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${access.taskId}/died`));
    if (access.kind === 'DECIDED') return decidedPage(deps, { ...access, sitting: await nextChildOf(deps, access) });
    if (access.kind === 'CLOSED') return closedPage(deps, access.theCase);
    const known = await prefillOf(deps, access);
    return taskPage(deps, access, { form: typedDecision(known), problems: [] });
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
export async function taskPage(deps: StaffDeps, access: OpenTask, typed: TypedDecisionForm): Promise<HttpResponse> {
  const { theCase, task, person, csrf } = access;
  const { reference } = theCase;
  const ask = taskTextsOf(task.kind);
  if (!ask) return notYetPage(deps, reference);
  const [stored, comments, check, team, beside] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.comments.commentsOf(reference),
    deps.cases.readCheck(reference, theCase.checks),
    deps.readTeam().then((everyone) => teamFor(theCase, everyone, deps.config)),
    besideViews(deps, { theCase, taskId: task.id, actor: actorOf(person) }),
    deps.access.recordReading({
      reference,
      at: deps.now(),
      by: actorOf(person),
      what: 'RECORD',
      taskId: task.id,
    }),
  ]);
  if (!stored) return notFound(deps);
  const alike = await alikeView(deps, { theCase, check, taskId: task.id, actor: actorOf(person) });
  const context = decisionContext({ team, policy: deps.policy, now: deps.now(), theCase }, check);
  const { form } = typed;
  const sent = page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'staff/decide/task.njk',
    title: ask.title(reference),
    data: {
      ...recordView({ theCase, stored, check, comments }, deps.policy, londonDateOf(deps.now())),
      ...{ reference, csrf, taskId: task.id, kind: task.kind, form, problems: typed.problems },
      ...{ beside, alike, since: sinceViews(theCase, answerAt(reference)) },
      ...{ besideWords, commentWords, commentsAt: recordAt(reference) },
      outcomes: Object.entries(ask.outcomes).map(([value, label]) => ({ value, label })),
      ...{ reasonHint: ask.reasonHint, isTold: ask.isTold, fieldWords },
      fields: fieldsView(deps, access, { form, home: knownIn(stored).locality, context }),
      ...{ words: decideWords, notForAppraisal: involvementWords.notForAppraisal },
      recorded: task.kind === 'TRIAGE' ? involvementWords.recorded : involvementWords.recordedAlone,
      diedLink: staffDiedWords.link,
      todayLink: todayWords.link,
      noEmailLink: noEmailWords.link,
      undoMinutes: deps.policy.undoMinutes,
      hashPlace: HASH_PLACE,
    },
  });
  return keptAsSent(deps, access, sent);
}

/** For a task or a TODO that a later release has opened, while this function is still of the release before. */
export function notYetPage(deps: StaffDeps, reference: string): HttpResponse {
  const title = `Not ready yet: referral ${reference}`;
  return say(deps, 503, title, 'The service is being updated. Your link still works: try again in 15 minutes.');
}

import { lastAccessRequest } from '#domain/case/access-request.ts';
import type { Case } from '#domain/case/case.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readPath } from '#domain/values/read-path.ts';
import type { CaseSeen } from '../../access/console-case.ts';
import { download } from '../../http/download.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { ConsoleDeps } from '../deps.ts';
import { markedLines } from './marks.ts';
import { askedView, copyPage } from './page.ts';
import { type CopySection, copyWords, sectionWords, fileWords as words } from './words.ts';

/** GET: the working copy as one file. That it is read is written down before anything of it is read. It goes nowhere else. */
export function getCopyFile(deps: ConsoleDeps) {
  return async (access: CaseSeen): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    if (access.theCase.erasing || !lastAccessRequest(access.theCase)) {
      return copyPage(deps, access, { status: 409, note: access.theCase.erasing ? copyWords.gone : copyWords.first });
    }
    await deps.access.recordReading({ reference, at: deps.now(), by: access.actor, what: 'COPY' });
    const stored = await readAll(deps, access.theCase);
    return download(`${reference}.txt`, 'text/plain; charset=utf-8', fileOf(access.theCase, stored));
  };
}

async function readAll(deps: ConsoleDeps, theCase: Case): Promise<Readonly<Record<CopySection, unknown>>> {
  const { reference, task, decisions, receivedAt } = theCase;
  const tasks = [...new Set([...decisions.map(({ taskId }) => taskId), ...(task ? [task.id] : [])])];
  const [referral, checks, support, plan, editions, notices, comments, todos, minutes, openings, readings, meetings] =
    await Promise.all([
      deps.referrals.readReferral(reference),
      Promise.all(Array.from({ length: theCase.checks }, (_, n) => deps.cases.readCheck(reference, n + 1))),
      deps.supports.readWholeSupport(reference),
      deps.plans.readPlan(reference),
      deps.plans.editionsOf(reference),
      deps.notices.noticesOf(reference),
      deps.comments.commentsOf(reference),
      deps.todos.todosOf(reference),
      Promise.all(tasks.map((id) => deps.meetings.readMinute(reference, id))),
      deps.openings.openingsOf(reference),
      deps.access.readingsOf(reference),
      meetingsOf(deps, reference, londonDateOf(receivedAt)),
    ]);
  const documents = [readPath(referral?.body, 'evidence'), theCase.added].flat().map((one) => readPath(one, 'title'));
  return {
    ...{ request: lastAccessRequest(theCase), documents, referral, case: theCase, checks, support, plan, editions },
    ...{ notices, comments, todos, minutes, openings, readings, meetings },
  };
}

/** The meetings since this day on whose agenda the referral stood, with who was there. Of what else stood there it says nothing. */
async function meetingsOf(deps: ConsoleDeps, reference: string, from: string) {
  const dates = ((await deps.readTeam()).meetings ?? []).map(({ on }) => on).filter((on) => on >= from);
  const sittings = await Promise.all(dates.map((on) => deps.meetings.readSitting(on)));
  return sittings
    .filter((sitting) => sitting?.agenda.some((entry) => entry.reference === reference))
    .map((sitting) => ({ on: sitting?.on, present: sitting?.present }));
}

function fileOf(theCase: Case, stored: Readonly<Record<CopySection, unknown>>): string {
  const sections = Object.entries(sectionWords).flatMap(([name, title]) => {
    const lines = markedLines(Object.entries(stored).find(([key]) => key === name)?.[1], name);
    return ['', `== ${title} ==`, ...(lines.length > 0 ? lines : [words.none])];
  });
  const asked = askedView(theCase);
  const standing = asked ? [`${asked.holds}.`, `${asked.opinion}.`] : [];
  return `${[words.head(theCase.reference), '', ...standing, ...words.lines, ...sections].join('\n')}\n`;
}

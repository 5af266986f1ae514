import { referrerActor } from '#domain/people/actor.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FieldProblem, kindsFor, namedFiles } from '../files/named-files.ts';
import { fileIdsIn, inspectUploads } from '../files/uploads.ts';
import { isWanted } from '../valid-link.ts';
import { posted, type Visit, visited } from '../visit.ts';
import { askedInWords } from './asked.ts';
import { closedPage, type Fields, pathOf, withFiles } from './page.ts';

/** GET of the form for the answer, and for what each document is. */
export function getWrite(deps: ReferralDeps) {
  return visited(deps, 'ANSWER', async (visit, { files = '' }) => {
    const { ids } = await documentsOf(deps, visit, files);
    return writePage(deps, visit, { ids, form: {}, problems: [] });
  });
}

/** POST of the answer: kept, and the referral goes on. */
export function postAnswer(deps: ReferralDeps) {
  return posted(deps, 'ANSWER', async (visit, fields) => {
    const { theCase, grant } = visit;
    const taskId = fields.task ?? grant.taskId;
    // What answers an earlier question must not count for the one that was asked since.
    const isForAnother = isWanted(theCase, 'ANSWER', grant.taskId) && taskId !== grant.taskId;
    if (taskId === undefined || isForAnother) return closedPage(deps, visit, fields);
    const { ids, leftOut } = await documentsOf(deps, visit, fields.files ?? '');
    const named = namedFiles(ids, fields, kindsFor(theCase));
    const again = (problems: readonly FieldProblem[]) => writePage(deps, visit, { ids, form: fields, problems });
    const problems = [...leftOut, ...named.problems];
    if (problems.length > 0) return again(problems);
    const { reference } = theCase;
    const text = (fields.text ?? '').trim();
    const by = referrerActor(visit.session.mailbox);
    const result = await deps.answerReferrer({ reference, taskId, text, evidence: named.files, by });
    if (result.kind === 'INVALID') return again(result.problems);
    if (result.kind === 'CLOSED') return closedPage(deps, visit, fields);
    return say(
      deps,
      200,
      'Thank you, we have your answer',
      `Referral ${reference} goes on now. You will be told what happens next.`,
    );
  });
}

interface Documents {
  /** Those that can be used. */
  readonly ids: readonly string[];
  /** What is wrong with each of the others: one that was good on the page before can be found harmful since. */
  readonly leftOut: readonly FieldProblem[];
}

async function documentsOf(deps: ReferralDeps, { theCase }: Visit, named: string): Promise<Documents> {
  const files = await inspectUploads(deps, theCase, fileIdsIn(named));
  return {
    ids: files.flatMap(({ evidenceId, problem }) => (problem === '' ? [evidenceId] : [])),
    leftOut: files.flatMap(({ problem }, index) =>
      problem === '' ? [] : [{ path: 'text', message: `Document ${index + 1} was left out. ${problem}` }],
    ),
  };
}

interface Written {
  readonly ids: readonly string[];
  readonly form: Fields;
  readonly problems: readonly FieldProblem[];
}

function writePage(deps: ReferralDeps, visit: Visit, { ids, form, problems }: Written): HttpResponse {
  const { theCase, grant, csrf } = visit;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, visit, form);
  const path = pathOf(visit);
  const data = {
    asked: askedInWords(theCase.ask),
    files: ids.map((evidenceId) => ({ evidenceId })),
    back: withFiles(path, 'files', ids),
    ids: ids.join('.'),
    task: grant.taskId,
    kinds: kindsFor(theCase),
    ...{ form, problems, csrf, path },
  };
  const title = `Referral ${theCase.reference}: your answer`;
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'referral/answer/write.njk', title, data });
}

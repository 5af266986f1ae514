import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferrerDeps } from '../deps.ts';
import { type FieldProblem, kinds, namedFiles } from '../files/named-files.ts';
import { fileIdsIn, inspectUploads, uploadForm } from '../files/uploads.ts';
import { isWanted } from '../live-link.ts';
import { withTyped } from '../lost.ts';
import { posted, type Visit, visited } from '../visit.ts';
import { askedInWords } from './asked.ts';

type Fields = Readonly<Record<string, string>>;

/** GET of the question, with the documents that were added so far in its address. */
export function getAnswer(deps: ReferrerDeps) {
  return visited(deps, 'ANSWER', async (visit, { files = '' }) => answerPage(deps, visit, fileIdsIn(files), {}, []));
}

/** POST of the answer: kept, and the referral goes on. */
export function postAnswer(deps: ReferrerDeps) {
  return posted(deps, 'ANSWER', async (visit, fields) => {
    const { theCase, grant } = visit;
    const ids = fileIdsIn(fields.files ?? '');
    const taskId = fields.task ?? grant.taskId;
    // What answers an earlier question must not count for the one that was asked since.
    const isForAnother = isWanted(theCase, 'ANSWER', grant.taskId) && taskId !== grant.taskId;
    if (taskId === undefined || isForAnother) return closedPage(deps, visit, fields);
    const usable = (await inspectUploads(deps, theCase, ids)).filter(({ problem }) => problem === '');
    const named = namedFiles(
      usable.map(({ evidenceId }) => evidenceId),
      fields,
    );
    if (named.problems.length > 0) return answerPage(deps, visit, ids, fields, named.problems);
    const { reference } = theCase;
    const text = (fields.text ?? '').trim();
    const result = await deps.answerReferrer({ reference, taskId, text, evidence: named.files });
    if (result.kind === 'INVALID') return answerPage(deps, visit, ids, fields, result.problems);
    if (result.kind === 'CLOSED') return closedPage(deps, visit, fields);
    return say(
      deps,
      200,
      'Thank you, we have your answer',
      `Referral ${reference} goes on now. You will be told what happens next.`,
    );
  });
}

const CLOSED = 'This question was answered or is no longer needed. You will be told what happens next.';

function closedPage(deps: ReferrerDeps, { theCase }: Visit, form: Fields): HttpResponse {
  const closed = say(deps, 409, `Nothing is asked of you now: referral ${theCase.reference}`, CLOSED);
  return withTyped(deps, closed, form, [CLOSED, 'If the team should read what you wrote all the same, ask us.']);
}

async function answerPage(
  deps: ReferrerDeps,
  visit: Visit,
  ids: readonly string[],
  form: Fields,
  problems: readonly FieldProblem[],
): Promise<HttpResponse> {
  const { theCase, grant, csrf } = visit;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, visit, form);
  const path = `/referral/${theCase.reference}/answer`;
  const [files, upload] = await Promise.all([inspectUploads(deps, theCase, ids), uploadForm(deps, theCase, path, ids)]);
  const data = {
    ...askedInWords(theCase.ask),
    files,
    upload,
    kinds,
    form,
    problems,
    csrf,
    path,
    ids: ids.join('.'),
    status: `/referral/${theCase.reference}/status`,
    task: grant.taskId,
  };
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'referrer/answer/answer.njk',
    title: `Referral ${theCase.reference}: we have a question`,
    data,
    formOrigins: upload ? [upload.origin] : [],
  });
}

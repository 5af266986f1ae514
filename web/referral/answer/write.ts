import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FieldProblem, kindsFor, NEXT_PAGE, namedFiles } from '../files/named-files.ts';
import { fileIdsIn, inspectUploads } from '../files/uploads.ts';
import { answerPageWords } from '../words.ts';
import { askedInWords } from './asked.ts';
import { closedPage, pathOf, withFiles } from './page.ts';
import { answerWords } from './words.ts';

/** GET of the form for the answer, and for what each document is. */
export function getWrite(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { files = '' }: Parameters): Promise<HttpResponse> => {
    const { ids } = await documentsOf(deps, referralRequest, files);
    return writePage(deps, referralRequest, { ids, form: {}, problems: [] });
  };
}

/** POST of the answer: it is kept, and the referral continues. */
export function postAnswer(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, fields: FormFields): Promise<HttpResponse> => {
    const { theCase, grant, actor: by } = referralRequest;
    const taskId = fields.task ?? grant.taskId;
    // What answers an earlier question must not count for the one that was asked since.
    const isForAnother = isWanted(theCase, 'ANSWER', grant.taskId) && taskId !== grant.taskId;
    if (taskId === undefined || isForAnother) return closedPage(deps, referralRequest, fields);
    const { ids, leftOut } = await documentsOf(deps, referralRequest, fields.files ?? '');
    const named = namedFiles(ids, fields, kindsFor(theCase));
    const again = (problems: readonly FieldProblem[]) =>
      writePage(deps, referralRequest, { ids, form: fields, problems });
    const problems = [...leftOut, ...named.problems];
    if (problems.length > 0) return again(problems);
    const { reference } = theCase;
    const { text = '' } = fields;
    const result = await deps.answerReferrer({ reference, taskId, text, evidence: [...named.files], by });
    if (result.kind === 'INVALID') return again(inCommandWords(answerWords, result.problems));
    if (result.kind === 'CLOSED') return closedPage(deps, referralRequest, fields);
    return say(
      deps,
      200,
      answerPageWords.received,
      `Referral ${reference} continues now. We will tell you what happens next.`,
    );
  };
}

interface Documents {
  /** Those that can be used. */
  readonly ids: readonly string[];
  /** What is wrong with each of the others: one that was good on the page before can be found harmful since. */
  readonly leftOut: readonly FieldProblem[];
}

async function documentsOf(deps: ReferralDeps, { theCase }: ReferralRequest, named: string): Promise<Documents> {
  const files = await inspectUploads(deps, theCase, fileIdsIn(named));
  return {
    ids: files.flatMap(({ evidenceId, problem }) => (problem === '' ? [evidenceId] : [])),
    leftOut: files.flatMap(({ problem }, index) =>
      problem === '' ? [] : [{ path: 'text', message: answerPageWords.leftOut(index + 1, problem) }],
    ),
  };
}

interface Written {
  readonly ids: readonly string[];
  readonly form: FormFields;
  readonly problems: readonly FieldProblem[];
}

function writePage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  { ids, form, problems }: Written,
): HttpResponse {
  const { theCase, grant, csrf } = referralRequest;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, referralRequest, form);
  const path = pathOf(referralRequest);
  const data = {
    asked: askedInWords(theCase.ask),
    files: ids.map((evidenceId) => ({ evidenceId })),
    back: withFiles(path, 'files', ids),
    ids: ids.join('.'),
    task: grant.taskId,
    kinds: kindsFor(theCase),
    nextPage: NEXT_PAGE,
    ...{ form, problems, csrf, path },
  };
  const title = `Referral ${theCase.reference}: your answer`;
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'referral/answer/write.njk', title, data });
}

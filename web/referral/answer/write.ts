import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { sayAndLead } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FieldProblem, kindsFor, namedFiles } from '../files/named-files.ts';
import { idOf } from '../files/tokens.ts';
import { statusOf } from '../status/address.ts';
import { answerPageWords } from '../words.ts';
import { areasIn, toolIn } from './ages/areas-in.ts';
import { withoutAreas } from './ages/fields.ts';
import { agesPage, pageWith } from './ages/page.ts';
import { documentsOf } from './documents.ts';
import { closedPage, pathOf } from './page.ts';
import { answerWords } from './words.ts';
import { writePage } from './write-page.ts';

/** GET of the form for the answer, and for what each document is. */
export function getWrite(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { files = '' }: Parameters): Promise<HttpResponse> => {
    const { tokens } = await documentsOf(deps, referralRequest, files);
    return writePage(deps, referralRequest, { tokens, form: {}, problems: [] });
  };
}

/** POST of the answer: it is kept, and the referral continues. Its other buttons lead to the pages for ages and back. */
export function postAnswer(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, fields: FormFields): Promise<HttpResponse> => {
    const { theCase, grant } = referralRequest;
    const taskId = fields.task ?? grant.taskId;
    // What answers an earlier question must not count for the one that was asked since.
    const isOpen = isWanted(theCase, 'ANSWER', grant.taskId);
    const isForAnother = isOpen && taskId !== grant.taskId;
    const pressed = fields.do ?? '';
    if (taskId === undefined || isForAnother || (pressed !== '' && !isOpen))
      return closedPage(deps, referralRequest, fields);
    if (pressed === 'tool') return agesPage(deps, agesAt(referralRequest), fields, 'tool');
    if (pressed === 'ages') {
      const mistakes = await toolIn(deps, referralRequest, fields);
      return agesPage(deps, agesAt(referralRequest), fields, mistakes.length > 0 ? 'tool' : 'areas', mistakes);
    }
    return keepOrSend(deps, referralRequest, fields, taskId);
  };
}

/** Where the pages for ages lead back to. */
const agesAt = (own: ReferralRequest) => ({ path: pathOf(own), csrf: own.csrf });

async function keepOrSend(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  fields: FormFields,
  taskId: string,
): Promise<HttpResponse> {
  const { theCase, actor: by } = referralRequest;
  const { do: pressed = '', ...typed } = fields;
  const form = pressed === 'without' ? withoutAreas(typed) : typed;
  const [{ mistakes, referral: areas }, { tokens, leftOut }] = await Promise.all([
    areasIn(deps, referralRequest, form),
    documentsOf(deps, referralRequest, form.files ?? ''),
  ]);
  if (mistakes.length > 0) return agesPage(deps, agesAt(referralRequest), form, pageWith(mistakes), mistakes);
  const again = (problems: readonly FieldProblem[]) =>
    writePage(deps, referralRequest, { tokens, form, problems, areas });
  if (pressed !== '') return again(leftOut);
  const named = namedFiles(tokens.map(idOf), form, kindsFor(theCase));
  const problems = [...leftOut, ...named.problems];
  if (problems.length > 0) return again(problems);
  const { reference } = theCase;
  const answer = { text: form.text ?? '', evidence: [...named.files], ...(areas && { areas: areas.assessments }) };
  const result = await deps.answerReferrer({ reference, taskId, ...answer, by });
  if (result.kind === 'INVALID') return again(inCommandWords(answerWords, result.problems));
  if (result.kind === 'CLOSED') return closedPage(deps, referralRequest, fields);
  const page = { status: 200, title: answerPageWords.received, onward: statusOf(reference) };
  return sayAndLead(deps, page, answerPageWords.continues(reference));
}

import { findAlike } from '#application/triage/find-alike.ts';
import { whyNotJoined } from '#domain/case/same-child.ts';
import { isReference } from '#domain/values/reference.ts';
import type { Admitted } from '../../access/guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { OpenTask, TaskAccess } from '../../access/staff-task.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { factsOf } from '../record/beside.ts';
import { comparedView } from '../record/compare.ts';
import { decideWords } from '../words.ts';
import { sameChildAt } from './address.ts';
import { sameChildFaultWords, sameChildWords, whyNotJoinedWords } from './words.ts';

type Access = TaskAccess & Admitted;
type Problems = readonly { readonly path: string; readonly message: string }[];

/** GET: both referrals side by side, and whether they can be joined. Showing it is a reading of both. */
export function getSameChild(deps: StaffDeps) {
  return async (access: Access, { other = '' }: Parameters): Promise<HttpResponse> => {
    if (access.kind !== 'OPEN' || access.task.kind !== 'TRIAGE') return toTask(deps, access);
    if (!(await isAsked(deps, access, other))) return notFound(deps);
    return comparePage(deps, access, other, {}, []);
  };
}

/** POST: recorded, once, or the page again with what is missing or why they cannot be joined. */
export function postSameChild(deps: StaffDeps) {
  return async (access: Access, fields: FormFields, { other = '' }: Parameters): Promise<HttpResponse> => {
    if (access.kind !== 'OPEN' || access.task.kind !== 'TRIAGE') return toTask(deps, access);
    const { theCase, taskId, actor: by } = access;
    const { same = '', reason = '', tellOther } = fields;
    const typed = { reference: theCase.reference, taskId, other, by, same, reason };
    const result = await deps.sayIfSameChild({ ...typed, tellsOfOther: tellOther === 'YES' });
    if (result.kind === 'CANNOT') return comparePage(deps, access, other, fields, [], 409);
    if (result.kind !== 'INVALID') return toTask(deps, access);
    const problems = inCommandWords(sameChildFaultWords, result.problems);
    return comparePage(deps, access, other, fields, problems, 422);
  };
}

/** What came of it is shown there: what was decided and by whom, or the task that is still open. */
function toTask(deps: StaffDeps, { taskId }: Access): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
}

async function isAsked(deps: StaffDeps, { theCase }: OpenTask, other: string): Promise<boolean> {
  if (!isReference(other)) return false;
  const check = await deps.cases.readCheck(theCase.reference, theCase.checks);
  const { alike } = await findAlike(deps)(theCase, check?.likeness);
  return alike.some(({ reference }) => reference === other);
}

async function comparePage(
  deps: StaffDeps,
  { theCase, taskId, csrf, actor: by }: OpenTask & Admitted,
  other: string,
  { reason = '', tellOther }: FormFields,
  problems: Problems,
  status = 200,
): Promise<HttpResponse> {
  const { reference } = theCase;
  const readings = [reference, other].map((one) =>
    deps.access.recordReading({ reference: one, at: deps.now(), by, what: 'RECORD', taskId }),
  );
  const [mine, rows, otherCase] = await Promise.all([
    factsOf(deps, reference),
    factsOf(deps, other),
    deps.cases.readCase(other),
    ...readings,
  ]);
  const why = whyNotJoined(theCase, otherCase);
  return page(deps, {
    status,
    template: 'staff/same-child/same-child.njk',
    title: sameChildWords.title,
    data: {
      ...comparedView(mine, { reference: other, rows }),
      ...{ csrf, taskId, problems, reason, tellOther: tellOther === 'YES' },
      ...{ words: sameChildWords, decideWords, at: sameChildAt(taskId, other), back: `/triage/tasks/${taskId}` },
      caption: sameChildWords.caption(reference, other),
      ifSame: sameChildWords.ifSame(reference, other),
      undo: sameChildWords.undo(deps.policy.undoMinutes),
      whyNot: why ? whyNotJoinedWords[why] : '',
    },
  });
}

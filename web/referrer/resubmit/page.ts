import { addMonths, londonDateOf, plainDate } from '#domain/dates.ts';
import { isObject } from '../../http/json-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import { birthDateOf } from '../child.ts';
import type { ReferrerDeps } from '../deps.ts';
import { type FieldProblem, kinds, type NamedFile, namedFiles } from '../files/named-files.ts';
import { fileIdsIn, inspectUploads, uploadForm } from '../files/uploads.ts';
import { isWanted } from '../live-link.ts';
import { posted, type Visit, visited } from '../visit.ts';

type Fields = Readonly<Record<string, string>>;

/** GET of a referral that was not accepted: what was missing, and until when it can be sent again. */
export function getResubmit(deps: ReferrerDeps) {
  return visited(deps, 'RESUBMIT', async (visit, { files = '' }) =>
    resubmitPage(deps, visit, fileIdsIn(files), {}, []),
  );
}

/** POST: the same referral with the new documents, as a new referral; pressed twice it is still one. */
export function postResubmit(deps: ReferrerDeps) {
  return posted(deps, 'RESUBMIT', async (visit, fields) => {
    const { theCase } = visit;
    const ids = fileIdsIn(fields.files ?? '');
    const usable = (await inspectUploads(deps, theCase, ids)).filter(({ problem }) => problem === '');
    const named = namedFiles(
      usable.map(({ evidenceId }) => evidenceId),
      fields,
    );
    const problems = usable.length === 0 ? [{ path: 'file', message: 'Add a document first' }] : named.problems;
    if (problems.length > 0) return resubmitPage(deps, visit, ids, fields, problems);
    if (await isPast(deps, visit)) return resubmitPage(deps, visit, ids, fields, []);
    return sendAgain(deps, visit, ids, fields, named.files);
  });
}

async function sendAgain(
  deps: ReferrerDeps,
  visit: Visit,
  ids: readonly string[],
  fields: Fields,
  files: readonly NamedFile[],
): Promise<HttpResponse> {
  const { caller, reference } = visit.theCase;
  const stored = await deps.referrals.readReferral(reference);
  const body = withFiles(stored?.body, files);
  const result = await deps.submitReferral({ caller, idempotencyKey: `resubmit-${reference}`, body });
  if (result.kind === 'ACCEPTED') {
    return say(
      deps,
      200,
      'The referral was sent again',
      `Its new reference is ${result.reference}. You get an e-mail about it.`,
    );
  }
  if (result.kind === 'INVALID') return resubmitPage(deps, visit, ids, fields, result.problems);
  const why =
    'This referral was sent again already, or it cannot be sent from here. Our last e-mail has the new reference.';
  return say(deps, 409, 'Nothing was sent', why, 'Ask us if something is missing.');
}

function withFiles(body: unknown, files: readonly NamedFile[]): unknown {
  if (!isObject(body)) return body;
  const before: readonly unknown[] = Array.isArray(body.evidence) ? body.evidence : [];
  return { ...body, evidence: [...before, ...files] };
}

async function lastOn(deps: ReferrerDeps, { theCase }: Visit): Promise<string> {
  const born = birthDateOf(await deps.referrals.readReferral(theCase.reference));
  return born === undefined ? theCase.referralOn : addMonths(born, deps.policy.ageLimitYears * 12);
}

async function isPast(deps: ReferrerDeps, visit: Visit): Promise<boolean> {
  return londonDateOf(deps.now()) > (await lastOn(deps, visit));
}

async function resubmitPage(
  deps: ReferrerDeps,
  visit: Visit,
  ids: readonly string[],
  form: Fields,
  problems: readonly FieldProblem[],
): Promise<HttpResponse> {
  const { theCase, csrf } = visit;
  const last = await lastOn(deps, visit);
  const title = `Referral ${theCase.reference}: send it again`;
  if (!isWanted(theCase, 'RESUBMIT', undefined)) return say(deps, 409, title, 'This referral need not be sent again.');
  if (await isPast(deps, visit)) {
    return say(
      deps,
      409,
      title,
      `It could be sent again until ${plainDate(last)}, the child’s third birthday.`,
      'Ask us which service can help now.',
    );
  }
  const path = `/referral/${theCase.reference}/resubmit`;
  const [files, upload] = await Promise.all([inspectUploads(deps, theCase, ids), uploadForm(deps, theCase, path, ids)]);
  const data = { files, upload, kinds, form, problems, csrf, path, ids: ids.join('.'), lastOn: plainDate(last) };
  const status = problems.length > 0 ? 422 : 200;
  const formOrigins = upload ? [upload.origin] : [];
  return page(deps, { status, template: 'referrer/resubmit/resubmit.njk', title, data, formOrigins });
}

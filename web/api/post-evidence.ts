import { problemsOf } from '#domain/problems/problems.ts';
import type { Problem } from '#domain/problems/rules.ts';
import { readJsonObject } from '../http/json-body.ts';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { ApiDeps } from './deps.ts';
import { evidenceRequestSchema } from './evidence-request.ts';
import { inApiWords } from './problem-words.ts';
import { noCaller, refuse } from './refusals.ts';

const UPLOAD_SECONDS = 5 * 60;

/** POST /v1/evidence: a form with which exactly one document can be uploaded for five minutes, of exactly the size announced. */
export function postEvidence(deps: Pick<ApiDeps, 'evidence' | 'random'>) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const body = readJsonObject(request);
    if ('refusal' in body)
      return refuse(body.refusal.status, { code: body.refusal.code, message: body.refusal.message });
    if (request.caller === undefined) return noCaller();
    const parsed = evidenceRequestSchema.safeParse(body.value);
    if (!parsed.success) return invalid(problemsOf(parsed.error, { schema: evidenceRequestSchema, input: body.value }));
    const evidenceId = Buffer.from(deps.random(16)).toString('base64url');
    const { contentType, bytes } = parsed.data;
    const limits = { minBytes: bytes, maxBytes: bytes, seconds: UPLOAD_SECONDS };
    const upload = await deps.evidence.uploadForm({ caller: request.caller, evidenceId, contentType, ...limits });
    return json(201, { evidenceId, upload: { url: upload.url, fields: upload.fields } });
  };
}

function invalid(problems: readonly Problem[]): HttpResponse {
  const message = 'This document cannot be uploaded as it is described. Correct what is listed and ask again.';
  return refuse(422, { code: 'EVIDENCE_NOT_ACCEPTED', message, problems: problems.map(worded) });
}

/** The codes of this route are older than those of a referral. */
const codes: Readonly<Record<string, string>> = {
  fileName: 'FILE_NAME',
  contentType: 'CONTENT_TYPE',
  bytes: 'FILE_SIZE',
};

function worded(problem: Problem) {
  const code = problem.rule === 'unknown-field' ? 'UNKNOWN_FIELD' : (codes[problem.path] ?? 'FIELD');
  return { ...inApiWords(problem, evidenceRequestSchema), code };
}

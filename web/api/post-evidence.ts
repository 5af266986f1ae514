import type * as z from 'zod';
import type { Problem } from '#domain/problems/problems.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';
import { readJsonObject } from '../http/json-body.ts';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { ApiDeps } from './deps.ts';
import { evidenceRequestSchema } from './evidence-request.ts';
import { noCaller, refuse } from './refusals.ts';

const UPLOAD_SECONDS = 5 * 60;

/** POST /v1/evidence: a form with which exactly one document can be uploaded for five minutes. */
export function postEvidence(deps: Pick<ApiDeps, 'evidence' | 'random'>) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const body = readJsonObject(request);
    if ('refusal' in body)
      return refuse(body.refusal.status, { code: body.refusal.code, message: body.refusal.message });
    if (request.caller === undefined) return noCaller();
    const parsed = evidenceRequestSchema.safeParse(body.value);
    if (!parsed.success) return invalid(parsed.error.issues.flatMap(problemsOf));
    const evidenceId = Buffer.from(deps.random(16)).toString('base64url');
    const { contentType } = parsed.data;
    const limits = { maxBytes: MAX_EVIDENCE_BYTES, seconds: UPLOAD_SECONDS };
    const upload = await deps.evidence.uploadForm({ caller: request.caller, evidenceId, contentType, ...limits });
    return json(201, { evidenceId, upload: { url: upload.url, fields: upload.fields } });
  };
}

function invalid(problems: readonly Problem[]): HttpResponse {
  const message = 'This document cannot be uploaded as it is described. Mend what is listed and ask again.';
  return refuse(422, { code: 'EVIDENCE_NOT_ACCEPTED', message, problems: [...problems] });
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'UNKNOWN_FIELD',
      path: key.slice(0, 100),
      message: 'This field is not known here. Leave it out: send fileName, contentType and bytes.',
    }));
  }
  const path = issue.path.join('.');
  const code = { fileName: 'FILE_NAME', contentType: 'CONTENT_TYPE', bytes: 'FILE_SIZE' }[path] ?? 'FIELD';
  return [{ code, path, message: issue.message }];
}

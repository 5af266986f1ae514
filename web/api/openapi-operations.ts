import { evidenceExample, referralExample } from './openapi-examples.ts';
import type { SchemaName } from './openapi-schemas.at-build.ts';

interface Answer {
  readonly status: number;
  readonly description: string;
  readonly schema: SchemaName;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly parameters?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly schema: SchemaName; readonly examples: Readonly<Record<string, unknown>> };
  readonly answers: readonly Answer[];
}

const refusal = (status: number, description: string): Answer => ({ status, description, schema: 'Refusal' });
const key = [refusal(401, 'The API key is missing.'), refusal(403, 'The API key is not known or may not do this.')];
const broken = [
  refusal(405, 'Another method is needed at this address.'),
  refusal(429, 'Too many requests: wait and send the same request again.'),
  refusal(500, 'Something went wrong on our side.'),
  refusal(503, 'The service is busy: send the same request again.'),
];
const body = [
  refusal(400, 'The body is not JSON that can be read, or the Idempotency-Key is missing.'),
  refusal(413, 'The body is larger than 64 KB.'),
  refusal(415, 'The body is not application/json.'),
];

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Your own key for this referral, such as a UUID. Send the same key when you try again.',
  schema: { type: 'string', minLength: 8, maxLength: 255 },
};
const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string' } };
const location = { Location: { description: 'The same as statusUrl.', schema: { type: 'string', format: 'uri' } } };

/** Every route of the API with every status that it answers. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/evidence',
    id: 'askToUploadEvidence',
    summary: 'Ask for a form with which one document can be uploaded for five minutes',
    requestBody: { schema: 'EvidenceRequest', examples: { pdf: { value: evidenceExample } } },
    answers: [
      { status: 201, description: 'Upload the document with this form.', schema: 'EvidenceAnswer' },
      ...body,
      ...key,
      refusal(422, 'This document cannot be uploaded as it is described.'),
      ...broken,
    ],
  },
  {
    method: 'post',
    path: '/v1/referrals',
    id: 'sendReferral',
    summary: 'Send a referral; answered once it is stored for good',
    parameters: [idempotencyKey],
    requestBody: { schema: 'Referral', examples: { clear: { value: referralExample } } },
    answers: [
      { status: 201, description: 'Stored; nothing is lost from here on.', schema: 'Accepted', headers: location },
      ...body,
      ...key,
      refusal(
        422,
        'Something must be corrected first, all of it listed. Or the child is at immediate risk: call first.',
      ),
      ...broken,
    ],
  },
  {
    method: 'get',
    path: '/v1/referrals/{reference}',
    id: 'followReferral',
    summary: 'Where a referral is, without personal data',
    parameters: [reference],
    answers: [
      { status: 200, description: 'Where it is.', schema: 'StatusView' },
      ...key,
      refusal(404, 'No referral of yours has this reference.'),
      ...broken,
    ],
  },
  {
    method: 'get',
    path: '/v1/openapi.json',
    id: 'describeApi',
    summary: 'This description',
    answers: [{ status: 200, description: 'OpenAPI 3.1.', schema: 'Description' }, ...key, ...broken],
  },
];

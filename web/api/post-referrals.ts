import type { SubmitResult } from '#application/intake/accept-referral.ts';
import type { Problem } from '#domain/problems/rules.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { absoluteUrl } from '../http/base-url.ts';
import { readJsonObject } from '../http/json-body.ts';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { ApiDeps } from './deps.ts';
import { inApiWords } from './problem-words.ts';
import { noCaller, refuse } from './refusals.ts';

type PostReferralDeps = Pick<ApiDeps, 'submitReferral' | 'config' | 'baseUrl'>;

/** POST /v1/referrals: 201 only once the referral is stored for good. */
export function postReferrals(deps: PostReferralDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const body = readJsonObject(request);
    if ('refusal' in body)
      return refuse(body.refusal.status, { code: body.refusal.code, message: body.refusal.message });
    if (request.caller === undefined) return noCaller();
    const idempotencyKey = request.headers['idempotency-key'];
    const { caller } = request;
    const sentBy = { kind: 'SYSTEM', id: caller } as const;
    return answer(deps, await deps.submitReferral({ caller, sentBy, idempotencyKey, body: body.value }));
  };
}

function answer(deps: PostReferralDeps, result: SubmitResult): HttpResponse {
  switch (result.kind) {
    case 'ACCEPTED': {
      const statusUrl = absoluteUrl(deps.baseUrl, `/v1/referrals/${result.reference}`);
      return json(201, { reference: result.reference, status: result.status, statusUrl }, { location: statusUrl });
    }
    case 'RISK':
      return immediateRisk(deps.config);
    case 'KEY_MISSING':
      return refuse(400, {
        code: 'IDEMPOTENCY_KEY_MISSING',
        message:
          'Send the header Idempotency-Key with 8 to 255 characters of your own for this referral, such as a UUID, and the same one when you try again. Nothing was stored.',
      });
    case 'KEY_REUSED':
      return refuse(422, {
        code: 'IDEMPOTENCY_KEY_REUSED',
        message:
          'This Idempotency-Key was used for another referral. Take a new key for a new or changed referral. Nothing was stored.',
      });
    case 'INVALID':
      return invalid(result.problems);
  }
}

function invalid(problems: readonly Problem[]): HttpResponse {
  const many = problems.length === 1 ? 'One thing needs' : `${problems.length} things need`;
  return refuse(422, {
    code: 'RETURNED_INVALID',
    outcome: 'RETURNED_INVALID',
    message: `${many} to be corrected before we can take this referral. Nothing was stored. Correct what is listed and send it again with the same Idempotency-Key.`,
    reasons: [...new Set(problems.map(({ code }) => code))],
    problems: problems.map((problem) => inApiWords(problem, referralSchema)),
  });
}

function immediateRisk({ emergencyNumbers: numbers, contact }: ApiDeps['config']): HttpResponse {
  const calls = numbers.map(({ label, number, hours }) => `${label}: ${number} (${hours})`).join('; ');
  const message =
    'You told us that the child is at immediate risk. This form has called nobody, and the referral was not taken. ' +
    `Call now: ${calls}. Once the call is made, send the referral again with emergencyCallMadeAt and emergencyCallMadeBy. ` +
    `We email our duty mailbox, and nothing that is sent here takes that back. If it was a mistake, call ${contact.phone} (${contact.hours}).`;
  return refuse(422, {
    code: 'IMMEDIATE_RISK_DECLARED',
    outcome: 'SAFEGUARDING_STOP',
    message,
    reasons: ['IMMEDIATE_RISK_DECLARED'],
    emergencyNumbers: numbers.map(({ label, number, hours }) => ({ label, number, hours })),
    problems: [
      {
        code: 'IMMEDIATE_RISK_DECLARED',
        path: 'immediateRisk',
        message: 'The child is at immediate risk: call first.',
      },
    ],
  });
}

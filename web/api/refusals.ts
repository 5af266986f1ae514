import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { Refusal } from './answers.ts';

export function refuse(status: number, refusal: Refusal, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return json(status, refusal, headers);
}

export function noCaller(): HttpResponse {
  return refuse(401, { code: 'API_KEY_MISSING', message: 'Send your API key in the header x-api-key.' });
}

/** The same for an unknown referral and for someone else's: the API does not say which references exist. */
export function noSuchReferral(): HttpResponse {
  const message = 'There is no referral with this reference that was sent with your API key. Check the reference.';
  return refuse(404, { code: 'NOT_FOUND', message });
}

export function noSuchPath(): HttpResponse {
  const message = 'There is nothing at this address. The addresses of this API are described at /v1/openapi.json.';
  return refuse(404, { code: 'NOT_FOUND', message });
}

export function wrongMethod(request: HttpRequest, allowed: string): HttpResponse {
  const method = /^[A-Z]{1,10}$/.test(request.method) ? request.method : 'This method';
  const message = `${method} is not possible at this address. Possible are: ${allowed}.`;
  return refuse(405, { code: 'METHOD_NOT_ALLOWED', message }, { allow: allowed });
}

export function brokenApi(failure: { canRetry: boolean; support: string }): HttpResponse {
  const { support } = failure;
  if (failure.canRetry) {
    const message =
      'The service is busy. Nothing was lost: send the same request with the same Idempotency-Key again in a minute.';
    return refuse(503, { code: 'TRY_AGAIN', message, support }, { 'retry-after': '60' });
  }
  const message = `Something went wrong on our side. Send the same request again with the same Idempotency-Key; if it happens again, tell us ${support}.`;
  return refuse(500, { code: 'INTERNAL_ERROR', message, support });
}

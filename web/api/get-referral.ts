import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { Parameters } from '../http/router.ts';
import type { ApiDeps } from './deps.ts';
import { noCaller, noSuchReferral } from './refusals.ts';

/** GET /v1/referrals/{reference}: where the referral is, to the key that sent it and to no one else. */
export function getReferral(deps: Pick<ApiDeps, 'readStatus'>) {
  return async (request: HttpRequest, { reference = '' }: Parameters): Promise<HttpResponse> => {
    if (request.caller === undefined) return noCaller();
    if (!/^[A-Z0-9]{5,30}$/.test(reference)) return noSuchReferral();
    const view = await deps.readStatus({ caller: request.caller, reference });
    return view ? json(200, view) : noSuchReferral();
  };
}

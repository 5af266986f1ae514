import { type Handle, json } from '../http/message.ts';
import { route } from '../http/router.ts';
import type { ApiDeps } from './deps.ts';
import { getReferral } from './get-referral.ts';
import { openApi } from './openapi.ts';
import { postEvidence } from './post-evidence.ts';
import { postReferrals } from './post-referrals.ts';
import { noSuchPath, wrongMethod } from './refusals.ts';

/** The API for professionals' systems, under /v1. */
export function api(deps: ApiDeps): Handle {
  return route(
    [
      { method: 'POST', pattern: '/v1/evidence', handle: postEvidence(deps) },
      { method: 'POST', pattern: '/v1/referrals', handle: postReferrals(deps) },
      { method: 'GET', pattern: '/v1/referrals/{reference}', handle: getReferral(deps) },
      { method: 'GET', pattern: '/v1/openapi.json', handle: async () => json(200, openApi(deps.baseUrl)) },
    ],
    { notFound: noSuchPath, wrongMethod },
  );
}

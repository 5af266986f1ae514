import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { StaticPages } from './static-page.ts';

const problem = (code: string, message: string) =>
  JSON.stringify({ code, message, problems: [{ code, path: '', message }] });

/** The gateway fills in its own id of the request, which stands in the access log. */
const REFERENCE = 'this reference: <strong>$context.requestId</strong>';

const GO_BACK =
  'Wait a minute. Then go back with the back button of your browser: your words should still be there. Send the page again.';

interface Refusal {
  readonly type: ResponseType;
  /** Without it, the gateway's own. */
  readonly statusCode?: string;
  readonly forSystems: string;
  /** Where people can meet it: a title and sentences. */
  readonly forPeople?: readonly [title: string, ...sentences: string[]];
  readonly retryAfter?: string;
}

const notAnswered = problem(
  'NOT_ANSWERED',
  'The service could not answer just now. Nothing that was acknowledged is lost. Send it again in a minute; a system sends the same request with the same Idempotency-Key.',
);

/** What API Gateway itself answers, before any function is asked or after one has failed to answer. */
const REFUSALS: readonly Refusal[] = [
  {
    type: ResponseType.INVALID_API_KEY,
    statusCode: '403',
    forSystems: problem('API_KEY', 'The x-api-key header is missing or not known. Ask the service for a key.'),
  },
  {
    type: ResponseType.THROTTLED,
    statusCode: '429',
    retryAfter: '60',
    forSystems: problem(
      'TOO_MANY_REQUESTS',
      'Too many requests at once. Nothing was stored; send the same request again.',
    ),
    forPeople: [
      'Please wait a minute',
      'Too many people are using the service at once, so this page was not shown and nothing was recorded. Nothing that you saved or sent before is lost.',
      GO_BACK,
    ],
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    statusCode: '413',
    forSystems: problem('BODY_TOO_LARGE', 'The request is over 64 KB. Send evidence as files, not in the referral.'),
    forPeople: [
      'That was too much to send',
      'What you sent is larger than this page can take, so nothing of it was recorded. Nothing that you saved or sent before is lost.',
      'Go back with the back button of your browser. If you were adding a file, add a copy of at most 4 MB. If you were writing, shorten the longest answers.',
    ],
  },
  {
    type: ResponseType.WAF_FILTERED,
    statusCode: '403',
    forSystems: problem(
      'FILTERED',
      'The firewall took the address or a header of the request for an attack. Nothing was stored. Compare it with /v1/openapi.json.',
    ),
    forPeople: [
      'This could not be let through',
      'Something in the address, or in what your browser sent with it, looks like an attack on computers. Nothing of this page was recorded. Nothing that you saved or sent before is lost.',
      'Go back with the back button of your browser and try again. If you came by a link in an e-mail, open it once more exactly as it stands there.',
    ],
  },
  {
    type: ResponseType.DEFAULT_4XX,
    forSystems: problem(
      'NOT_READ',
      'The request could not be read or may not be made. Nothing was stored. Compare it with /v1/openapi.json.',
    ),
    forPeople: [
      'That could not be read',
      'The address is not one of ours, or what your browser sent could not be read, so nothing was recorded. Nothing that you saved or sent before is lost.',
      'Go back with the back button of your browser and try again, or begin at the start page. If you came by a link in an e-mail, open it once more exactly as it stands there.',
    ],
  },
  {
    type: ResponseType.INTEGRATION_FAILURE,
    statusCode: '503',
    retryAfter: '60',
    forSystems: notAnswered,
    forPeople: [
      'The service is busy',
      'The service could not answer just now. What you sent may not have been recorded. Nothing that you saved or sent before is lost.',
      GO_BACK,
    ],
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    statusCode: '504',
    retryAfter: '60',
    forSystems: notAnswered,
    forPeople: [
      'The service took too long to answer',
      'What you sent may or may not have been recorded: sending it again is safe, because no referral and no decision is recorded twice. Nothing that you saved or sent before is lost.',
      GO_BACK,
    ],
  },
  {
    type: ResponseType.DEFAULT_5XX,
    statusCode: '500',
    forSystems: notAnswered,
    forPeople: [
      'Something went wrong',
      'Something went wrong on our side. What you sent may not have been recorded. Nothing that you saved or sent before is lost.',
      GO_BACK,
    ],
  },
];

/** Makes API Gateway's own refusals say what was wrong and what to do: a page to browsers, our own shape to systems. */
export function refusals(api: RestApi, pages: StaticPages): void {
  for (const { type, statusCode, forSystems, forPeople, retryAfter } of REFUSALS) {
    const headers = { ...pages.headers, ...(retryAfter && { 'Retry-After': retryAfter }) };
    api.addGatewayResponse(type.responseType, {
      type,
      ...(statusCode && { statusCode }),
      templates: {
        'application/json': forSystems,
        ...(forPeople && { 'text/html': pages.page(REFERENCE, ...forPeople) }),
      },
      responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`])),
    });
  }
}

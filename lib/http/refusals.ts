import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { NOTHING_LOST, type StaticPages } from './static-page.ts';

const problem = (code: string, message: string) =>
  JSON.stringify({ code, message, problems: [{ code, path: '', message }] });

/** The gateway fills in its request id, which is also in the access log. */
const REFERENCE = 'this reference: <strong>$context.requestId</strong>';

const GO_BACK =
  'Wait one minute. Then go back with the back button of your browser. Your words should still be there. Send the page again.';

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
  'The service could not answer. Nothing that it confirmed is lost. Send the same request again in one minute, with the same Idempotency-Key.',
);

/** What API Gateway itself answers, before a function runs or when one fails to answer. */
const REFUSALS: readonly Refusal[] = [
  {
    type: ResponseType.INVALID_API_KEY,
    statusCode: '403',
    forSystems: problem(
      'API_KEY',
      'The x-api-key header is missing or its key is not known. Ask the service for a key.',
    ),
  },
  {
    type: ResponseType.THROTTLED,
    statusCode: '429',
    retryAfter: '60',
    forSystems: problem(
      'TOO_MANY_REQUESTS',
      'Too many requests. Nothing was stored. Wait one minute and send the same request again.',
    ),
    forPeople: [
      'Wait one minute and try again',
      `Too many people are using the service. This page was not shown and nothing was recorded. ${NOTHING_LOST}`,
      GO_BACK,
    ],
  },
  {
    type: ResponseType.QUOTA_EXCEEDED,
    statusCode: '429',
    forSystems: problem(
      'TOO_MANY_REQUESTS',
      'Your system has used up its requests for today. Nothing was stored. Send the same request again tomorrow, or ask the service for more.',
    ),
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    statusCode: '413',
    forSystems: problem('BODY_TOO_LARGE', 'The request is over 64 KB. Send evidence as files, not in the referral.'),
    forPeople: [
      'Your file or text is too big',
      `What you sent is bigger than this page can take, so nothing was recorded. ${NOTHING_LOST}`,
      'Go back with the back button of your browser. If you were adding a file, add a copy of 4MB or smaller. If you were entering text, shorten your longest answers.',
    ],
  },
  {
    type: ResponseType.WAF_FILTERED,
    statusCode: '403',
    forSystems: problem(
      'FILTERED',
      'The address or a header of the request looks like an attack. Nothing was stored. Compare the request with /v1/openapi.json.',
    ),
    forPeople: [
      'We could not accept this request',
      `Part of the address, or something that your browser sent, looks like an attack. Nothing on this page was recorded. ${NOTHING_LOST}`,
      'Go back with the back button of your browser and try again. If you used a link in an email, open it again exactly as it is in the email.',
    ],
  },
  {
    type: ResponseType.DEFAULT_4XX,
    forSystems: problem(
      'NOT_READ',
      'The request could not be read or is not allowed. Nothing was stored. Compare it with /v1/openapi.json.',
    ),
    forPeople: [
      'We could not read this request',
      `The address is not one of ours, or we could not read what your browser sent. Nothing was recorded. ${NOTHING_LOST}`,
      'Go back with the back button of your browser and try again, or begin at the start page. If you used a link in an email, open it again exactly as it is in the email.',
    ],
  },
  {
    type: ResponseType.INTEGRATION_FAILURE,
    statusCode: '503',
    retryAfter: '60',
    forSystems: notAnswered,
    forPeople: [
      'The service is busy',
      `The service could not answer. What you sent may not have been recorded. ${NOTHING_LOST}`,
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
      `What you sent may or may not have been recorded. You can safely send it again: no referral and no decision is recorded twice. ${NOTHING_LOST}`,
      GO_BACK,
    ],
  },
  {
    type: ResponseType.DEFAULT_5XX,
    statusCode: '500',
    forSystems: notAnswered,
    forPeople: [
      'Something went wrong',
      `Something went wrong on our side. What you sent may not have been recorded. ${NOTHING_LOST}`,
      GO_BACK,
    ],
  },
];

/** Makes API Gateway's refusals say what was wrong and what to do: a page for browsers, our JSON shape for systems. */
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

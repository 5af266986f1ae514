import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

const problem = (code: string, message: string) =>
  JSON.stringify({ code, message, problems: [{ code, path: '', message }] });

/** What API Gateway itself answers, before any function is asked, in the same shape as our own refusals. */
const REFUSALS: readonly { type: ResponseType; statusCode: string; body: string }[] = [
  {
    type: ResponseType.INVALID_API_KEY,
    statusCode: '403',
    body: problem('API_KEY', 'The x-api-key header is missing or not known. Ask the service for a key.'),
  },
  {
    type: ResponseType.THROTTLED,
    statusCode: '429',
    body: problem('TOO_MANY_REQUESTS', 'Too many requests at once. Nothing was stored; send the same request again.'),
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    statusCode: '413',
    body: problem('BODY_TOO_LARGE', 'The request is over 64 KB. Send evidence as files, not in the referral.'),
  },
  {
    type: ResponseType.DEFAULT_5XX,
    statusCode: '500',
    body: problem(
      'NOT_ANSWERED',
      'The service could not answer just now. Nothing that was acknowledged is lost. Send it again in a minute; a system sends the same request with the same Idempotency-Key.',
    ),
  },
];

/** Makes API Gateway's own refusals say what was wrong and what to do. */
export function refusals(api: RestApi): void {
  for (const { type, statusCode, body } of REFUSALS) {
    api.addGatewayResponse(type.responseType, { type, statusCode, templates: { 'application/json': body } });
  }
}

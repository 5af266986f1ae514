import type { GatewayResponses } from '../assembly/gateway-responses.ts';
import type { Answer } from './answer.ts';

/** API Gateway's own refusals: its response type, and what it answers when the stack says nothing else. */
const DEFAULTS = {
  INVALID_API_KEY: { status: 403, message: 'Forbidden' },
  ACCESS_DENIED: { status: 403, message: 'Forbidden' },
  MISSING_AUTHENTICATION_TOKEN: { status: 403, message: 'Missing Authentication Token' },
  REQUEST_TOO_LARGE: { status: 413, message: 'Request Too Long' },
  API_CONFIGURATION_ERROR: { status: 502, message: 'Internal server error' },
  INTEGRATION_TIMEOUT: { status: 504, message: 'Endpoint request timed out' },
} as const;

export type Refusal = keyof typeof DEFAULTS;

/** What a template of the stack may ask for. */
export type Asked = { accept: string | undefined; requestId: string };

const JSON_TYPE = 'application/json';

/** A response of the very type wins; one for all 4XX or 5XX gives its words, and its status where it names one. */
export function refuse(responses: GatewayResponses, type: Refusal, asked: Asked): Answer {
  const { status, message } = DEFAULTS[type];
  const given = responses.get(type) ?? responses.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const templates = given?.templates ?? {};
  const contentType = firstAccepted(asked.accept, Object.keys(templates)) ?? JSON_TYPE;
  const body = templates[contentType] ?? JSON.stringify({ message });
  return {
    status: given?.status ?? status,
    headers: [['Content-Type', contentType], ...Object.entries(given?.headers ?? {})],
    body: body
      .replaceAll('$context.error.messageString', JSON.stringify(message))
      .replaceAll('$context.requestId', asked.requestId),
  };
}

/** Over 10 MB API Gateway stops reading; what it says then is no gateway response, so no stack can change it. */
export const BEYOND_TEN_MEGABYTES: Answer = {
  status: 413,
  headers: [['Content-Type', 'text; charset=utf-8']],
  body: 'HTTP content length exceeded 10485760 bytes.',
};

function firstAccepted(accept = '', types: string[]): string | undefined {
  const wanted = accept.split(',').map((part) => part.split(';')[0]?.trim());
  return wanted.find((type): type is string => type !== undefined && types.includes(type));
}

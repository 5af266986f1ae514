import type { GatewayResponses } from '#local/assembly/gateway-responses.ts';
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

/** A response of the very type wins; one for all 4XX or 5XX gives its words, and its status where it names one. */
export function refuse(responses: GatewayResponses, type: Refusal): Answer {
  const { status, message } = DEFAULTS[type];
  const given = responses.get(type) ?? responses.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const plain = JSON.stringify({ message });
  return {
    status: given?.status ?? status,
    headers: [['Content-Type', 'application/json']],
    body: given?.body?.replaceAll('$context.error.messageString', JSON.stringify(message)) ?? plain,
  };
}

import { Refused, Transient } from '#domain/problems/errors.ts';

/**
 * Sends one request to a service of AWS. An error named in `expected` becomes the answer given there. One that a retry
 * can help becomes `Transient`. Any other becomes `Refused` with the service and the code alone, because AWS may quote
 * an address or a token.
 */
export async function ask<Answer, Expected = never>(
  service: string,
  send: () => Promise<Answer>,
  expected: Readonly<Record<string, Expected>> = {},
): Promise<Answer | Expected> {
  try {
    return await send();
  } catch (error) {
    const name = nameOf(error);
    const known = new Map(Object.entries(expected));
    for (const [code, answer] of known) if (code === name) return answer;
    if (isTransient(error, name)) throw new Transient(`${service} is out of reach or busy (${name}). Try again later.`);
    throw new Refused(`${service} refused the request (${name}). Look at the function's role and settings.`);
  }
}

const names = new Set([
  'AbortError',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'InternalError',
  'InternalServerError',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottledException',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

const socketCodes = /^(E(AI_AGAIN|CONN\w+|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|PROTO|TIMEDOUT)|UND_ERR_\w+)$/;

function isTransient(error: unknown, name: string): boolean {
  if (names.has(name) || socketCodes.test(textAt(error, 'code'))) return true;
  const status = statusOf(error);
  return status === 429 || status >= 500;
}

function nameOf(error: unknown): string {
  if (socketCodes.test(textAt(error, 'code'))) return textAt(error, 'code');
  return textAt(error, 'name') || 'unknown';
}

function textAt(value: unknown, name: string): string {
  const found = memberAt(value, name);
  return typeof found === 'string' ? found : '';
}

function statusOf(error: unknown): number {
  const status = memberAt(memberAt(error, '$metadata'), 'httpStatusCode');
  return typeof status === 'number' ? status : 0;
}

function memberAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

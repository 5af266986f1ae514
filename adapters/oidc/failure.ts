import { errors } from 'jose';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { SignInAnswer } from '#domain/ports/sign-in.ts';

/** What a provider says when the fault is its own. */
const AT_PROVIDER: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);
/** What it says when it does not know us: our secret or our address there is wrong. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client', 'invalid_scope']);
const NO_ANSWER: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);
/** How fetch tells it. */
const CONNECTION_FAILED: ReadonlySet<string> = new Set(['fetch failed', 'terminated']);

type Failure = Exclude<SignInAnswer, { kind: 'WHO' }>;

/** What a failed sign-in means for the person. Undefined for a fault of ours, which no other try mends. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return ofProvider(error.error);
  if (error instanceof errors.JWKSTimeout) return { kind: 'UNREACHABLE', why: error.code };
  if (error instanceof errors.JOSEError) return { kind: 'REFUSED', why: error.code };
  if (error instanceof ClientError) {
    const why = error.code ?? 'UNKNOWN';
    return { kind: NO_ANSWER.has(why) ? 'UNREACHABLE' : 'REFUSED', why };
  }
  return error instanceof TypeError && CONNECTION_FAILED.has(error.message)
    ? { kind: 'UNREACHABLE', why: 'NO_CONNECTION' }
    : undefined;
}

function ofProvider(why: string): Failure {
  if (why === 'access_denied') return { kind: 'CANCELLED' };
  // Codes of the standard are words with underscores; anything else that a provider says goes into no log.
  const code = /^[a-z_]{1,40}$/.test(why) ? why : 'unknown_error';
  return { kind: AT_PROVIDER.has(code) || NOT_KNOWN.has(code) ? 'UNREACHABLE' : 'REFUSED', why: code };
}

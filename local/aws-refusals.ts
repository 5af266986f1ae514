import type { IncomingMessage } from 'node:http';
import type { Access } from './iam/access.ts';
import { signingKey } from './iam/access-key.ts';
import { askedOfKms } from './kms/access.ts';
import { askedOfSecrets } from './secrets/access.ts';
import { refusalToSend } from './ses/access.ts';
import { SesError } from './ses/ses-error.ts';
import { askedOfStates } from './step-functions/access.ts';

/** What an embedded service answers: a status and a text, JSON or (SES) XML. */
export type JsonAnswer = { status: number; body: string };

/** What a decision about a caller needs: who signs with which key, and which machine a task token belongs to. */
export type CallerChecks = { access: Access; states: { machineOfToken(token: string): string | undefined } };

const MISSING = 'Request is missing Authentication Token';
const UNKNOWN = 'The security token included in the request is invalid.';

/** How Step Functions, KMS and Secrets Manager refuse a caller that is unknown or may not do this. Undefined otherwise. */
export function refusedJson(
  { access, states }: CallerChecks,
  request: IncomingMessage,
  target: string,
  text: string,
): JsonAnswer | undefined {
  const key = signingKey(request);
  if (key === undefined) return refusal('MissingAuthenticationTokenException', MISSING);
  const caller = access.caller(key);
  if (caller === undefined) return refusal('UnrecognizedClientException', UNKNOWN);
  const [service, operation = ''] = target.split('.');
  const body = parseJson(text);
  const askedOf = service === 'TrentService' ? askedOfKms : askedOfSecrets;
  const asked =
    service === 'AWSStepFunctions' ? askedOfStates(operation, body, states.machineOfToken) : askedOf(operation, body);
  const sentence = asked === undefined ? undefined : caller.refusal(asked);
  return sentence === undefined ? undefined : refusal('AccessDeniedException', sentence);
}

/** How SES refuses a caller that is unknown or may not send this. Undefined otherwise. */
export function refusedMail(access: Access, request: IncomingMessage, body: string): JsonAnswer | undefined {
  const key = signingKey(request);
  if (key === undefined) return new SesError('MissingAuthenticationToken', MISSING).answer();
  const caller = access.caller(key);
  if (caller === undefined) return new SesError('InvalidClientTokenId', UNKNOWN).answer();
  const sentence = refusalToSend(caller, new URLSearchParams(body));
  return sentence === undefined ? undefined : new SesError('AccessDenied', sentence).answer();
}

function refusal(type: string, message: string): JsonAnswer {
  return { status: 400, body: JSON.stringify({ __type: type, message }) };
}

/** What is not JSON asks for nothing in particular; the service refuses it in its own words. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

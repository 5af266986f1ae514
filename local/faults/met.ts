import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonAnswer } from '../aws-refusals.ts';
import type { Access } from '../iam/access.ts';
import { signingKey } from '../iam/access-key.ts';
import { operationName, refusalXml } from '../s3/operation-name.ts';
import { SesError } from '../ses/ses-error.ts';
import type { ServiceName } from './calls.ts';
import { type Faults, PLANNED, statusOf } from './faults.ts';

type Broken = { access: Access; faults: Pick<Faults, 'meet'> };

/** By the first part of the header that names an operation. */
const SERVICES: ReadonlyMap<string, ServiceName> = new Map([
  ['AWSStepFunctions', 'states'],
  ['TrentService', 'kms'],
  ['secretsmanager', 'secretsmanager'],
]);

/** How Step Functions, KMS and Secrets Manager fail a call that was set to fail. Undefined for any other. */
export async function metJson(
  broken: Broken,
  request: IncomingMessage,
  target: string,
): Promise<JsonAnswer | undefined> {
  const [name = '', operation = ''] = target.split('.');
  const service = SERVICES.get(name);
  if (service === undefined) return undefined;
  const error = await met(broken, request, service, operation);
  if (error === undefined) return undefined;
  return { status: statusOf(error), body: JSON.stringify({ __type: error, message: PLANNED }) };
}

/** How SES does. */
export async function metMail(broken: Broken, request: IncomingMessage, body: string): Promise<JsonAnswer | undefined> {
  const error = await met(broken, request, 'ses', new URLSearchParams(body).get('Action') ?? '');
  return error === undefined ? undefined : new SesError(error, PLANNED).answer();
}

/** How S3 does; says whether it has answered. */
export async function metObject(broken: Broken, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const operation = operationName(request);
  const error = operation === undefined ? undefined : await met(broken, request, 's3', operation);
  if (error === undefined) return false;
  request.resume();
  const status = error === 'AccessDenied' ? 403 : statusOf(error);
  response.writeHead(status, { 'content-type': 'application/xml' }).end(refusalXml(error, PLANNED));
  return true;
}

function met({ access, faults }: Broken, request: IncomingMessage, service: ServiceName, operation: string) {
  return faults.meet({ service, operation, function: access.caller(signingKey(request))?.name });
}

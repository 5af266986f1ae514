import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody } from './api-gateway/body.ts';
import { type JsonAnswer, refusedJson, refusedMail } from './aws-refusals.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { metJson, metMail, metObject } from './faults/met.ts';
import type { Access } from './iam/access.ts';
import { reasonOf } from './start-error.ts';

export type EmbeddedServices = {
  now(): number;
  /** Who signs with which key, and what each may do. */
  access: Access;
  faults?: Pick<Faults, 'meet'>;
  states: {
    handle(target: string, body: string): Promise<JsonAnswer> | JsonAnswer;
    machineOfToken(token: string): string | undefined;
  };
  kms: { handle(target: string, body: string): Promise<JsonAnswer> | JsonAnswer };
  secrets: { handle(target: string, body: string): Promise<JsonAnswer> | JsonAnswer };
  ses: { handle(body: string): Promise<{ status: number; body: string }> | { status: number; body: string } };
  s3: { handler(request: IncomingMessage, response: ServerResponse): unknown };
};

const BODY_LIMIT = 10 * 1024 * 1024;

/**
 * The one address at which the SDK finds Step Functions, Secrets Manager, KMS, SES and S3, each for those who may call it. Every answer carries the simulated
 * Date, because the SDK corrects its clock by it.
 */
export function awsEndpoint(services: EmbeddedServices): RequestListener {
  const { access, faults = createFaults() } = services;
  const broken = { access, faults };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.sendDate = false;
    response.setHeader('Date', new Date(services.now()).toUTCString());
    const target = request.headers['x-amz-target'];
    const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    if (typeof target !== 'string' && !(form && request.method === 'POST' && request.url === '/')) {
      if (!(await metObject(broken, request, response))) services.s3.handler(request, response);
      return;
    }
    const body = (await readBody(request, BODY_LIMIT))?.toString('utf8') ?? '';
    if (typeof target !== 'string') {
      const met = await metMail(broken, request, body);
      const sent = met ?? refusedMail(access, request, body) ?? (await services.ses.handle(body));
      response.writeHead(sent.status, { 'Content-Type': 'text/xml' }).end(sent.body);
      return;
    }
    const service = serviceOf(services, target);
    const met = await metJson(broken, request, target);
    const told = met ?? refusedJson(services, request, target, body) ?? (await service.handle(target, body));
    response.writeHead(told.status, jsonHeaders(target)).end(told.body);
  }

  return (request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: 'InternalFailure', message: reasonOf(error) }));
    });
  };
}

function serviceOf({ states, kms, secrets }: EmbeddedServices, target: string) {
  if (target.startsWith('AWSStepFunctions.')) return states;
  return target.startsWith('TrentService.') ? kms : secrets;
}

function jsonHeaders(target: string) {
  return {
    'Content-Type': target.startsWith('AWSStepFunctions.')
      ? 'application/x-amz-json-1.0'
      : 'application/x-amz-json-1.1',
  };
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApiSpec } from '../assembly/api.ts';
import type { LambdaHost } from '../lambda/host.ts';
import { type Answer, answerOf } from './answer.ts';
import { readBody } from './body.ts';
import { type GatewayRequest, proxyEvent, type UsedKey } from './event.ts';
import { BEYOND_TEN_MEGABYTES, type Refusal, refuse } from './refusals.ts';
import { findRoute } from './router.ts';

const BODY_LIMIT = 10 * 1024 * 1024;
/** Of a function's event: the request as JSON, a body of bytes in base64. */
const EVENT_LIMIT = 6 * 1024 * 1024;
const INTEGRATION_SECONDS = 29;

export type GatewayOptions = {
  api: ApiSpec;
  /** '' at a root, '/live' under a stage path. */
  basePath: string;
  apiKey: string;
  now(): number;
  invoke: LambdaHost['invoke'];
};

/** Answers one request as the deployed REST API would: routes, keys, limits and all. */
export async function serveGateway(options: GatewayOptions, request: IncomingMessage): Promise<Answer> {
  const requestId = randomUUID();
  const { accept } = request.headers;
  const refused = (type: Refusal) => refuse(options.api.responses, type, { accept, requestId });
  const url = request.url ?? '/';
  const body = await readBody(request, BODY_LIMIT);
  if (body === undefined) return BEYOND_TEN_MEGABYTES;
  if (!isUnder(url, options.basePath)) return refused('ACCESS_DENIED');
  const target = withSlash(url.slice(options.basePath.length));
  const method = request.method ?? 'GET';
  const match = findRoute(options.api, method, target.split('?')[0] ?? '/');
  if (match === undefined) return refused('MISSING_AUTHENTICATION_TOKEN');
  const key = match.route.apiKeyRequired ? keyGiven(options, request.headers['x-api-key']) : undefined;
  if (match.route.apiKeyRequired && key === undefined) return refused('INVALID_API_KEY');

  const gatewayRequest: GatewayRequest = {
    requestId,
    method,
    target,
    basePath: options.basePath,
    rawHeaders: request.rawHeaders,
    body,
    sourceIp: (request.socket.remoteAddress ?? '127.0.0.1').replace('::ffff:', ''),
    at: options.now(),
  };
  const event = proxyEvent(options.api, match, gatewayRequest, key);
  if (Buffer.byteLength(JSON.stringify(event)) > EVENT_LIMIT) return refused('REQUEST_TOO_LARGE');
  const answer = options
    .invoke(match.route.functionName, event)
    .then((outcome) => answerOf(outcome) ?? refused('API_CONFIGURATION_ERROR'));
  return withinLimit(answer, () => refused('INTEGRATION_TIMEOUT'));
}

/** The key of this value: the first is `apiKey`, one with a name `apiKey`, a hyphen and its name. */
function keyGiven({ api, apiKey }: GatewayOptions, given: string | string[] | undefined): UsedKey | undefined {
  if (given === apiKey) return { apiKey, apiKeyId: api.apiKeyId };
  if (typeof given !== 'string' || !given.startsWith(`${apiKey}-`)) return undefined;
  const apiKeyId = api.namedKeys?.get(given.slice(apiKey.length + 1));
  return apiKeyId === undefined ? undefined : { apiKey: given, apiKeyId };
}

function withinLimit(work: Promise<Answer>, late: () => Answer): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => resolve(late()), INTEGRATION_SECONDS * 1000);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

function isUnder(url: string, basePath: string): boolean {
  const next = url.charAt(basePath.length);
  return url.startsWith(basePath) && (basePath === '' || next === '' || next === '/' || next === '?');
}

function withSlash(target: string): string {
  return target.startsWith('/') ? target : `/${target}`;
}

import type { ApiSpec } from '../assembly/api.ts';
import { ACCOUNT, REGION, SUFFIX } from '../assembly/identities.ts';
import type { RouteMatch } from './router.ts';

export type GatewayRequest = {
  requestId: string;
  method: string;
  /** Path and query without the base path. */
  target: string;
  basePath: string;
  rawHeaders: string[];
  body: Buffer;
  sourceIp: string;
  at: number;
};

/** The value of a key and its id, as a function is told them. */
export type UsedKey = { apiKey: string; apiKeyId: string };

/** The event that a REST API's Lambda proxy integration sends for a request. */
export function proxyEvent(
  api: ApiSpec,
  { route, pathParameters }: RouteMatch,
  request: GatewayRequest,
  key?: UsedKey,
) {
  const headers = multiValues(pairs(request.rawHeaders));
  const [path = '/', query = ''] = splitOnce(request.target, '?');
  const parameters = multiValues([...new URLSearchParams(query)]);
  const isBinary = isBinaryType(api, lastValues(headers));
  const requestPath = `${request.basePath}${path}`;
  return {
    resource: route.resource,
    path,
    httpMethod: request.method,
    headers: lastValues(headers),
    multiValueHeaders: headers,
    queryStringParameters: nullIfEmpty(lastValues(parameters)),
    multiValueQueryStringParameters: nullIfEmpty(parameters),
    pathParameters,
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      domainName: `${api.id}.execute-api.${REGION}.${SUFFIX}`,
      extendedRequestId: request.requestId,
      httpMethod: request.method,
      identity: {
        ...key,
        sourceIp: request.sourceIp,
        userAgent: lastValues(headers)['User-Agent'] ?? lastValues(headers)['user-agent'] ?? null,
      },
      path: requestPath,
      protocol: 'HTTP/1.1',
      requestId: request.requestId,
      requestTimeEpoch: request.at,
      resourcePath: route.resource,
      stage: api.stage,
    },
    body: request.body.length === 0 ? null : request.body.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: isBinary && request.body.length > 0,
  };
}

/** A body whose type the stack has named is handed over as base64; a parameter such as `boundary` makes no other type. */
function isBinaryType({ binaryMediaTypes }: ApiSpec, headers: Record<string, string>): boolean {
  const [, given = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return binaryMediaTypes.includes(given.split(';')[0]?.trim().toLowerCase() ?? '');
}

function pairs(flat: string[]): [string, string][] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : []));
}

function multiValues(entries: [string, string][]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

function lastValues(values: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}

function nullIfEmpty<Value>(record: Record<string, Value>): Record<string, Value> | null {
  return Object.keys(record).length === 0 ? null : record;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

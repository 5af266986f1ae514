import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { pathWithin } from './base-url.ts';
import { parseCookies } from './cookies.ts';
import type { HttpRequest, HttpResponse } from './message.ts';

type Pairs = Readonly<Record<string, string | undefined>> | null | undefined;

function present(pairs: Pairs, rename: (name: string) => string = (name) => name): Record<string, string> {
  const entries = Object.entries(pairs ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[rename(name), value]],
  );
  return Object.fromEntries(entries);
}

/** The request in an event of API Gateway's REST proxy integration. */
export function requestOf(event: APIGatewayProxyEvent, baseUrl: string): HttpRequest {
  const headers = present(event.headers, (name) => name.toLowerCase());
  return {
    method: event.httpMethod,
    path: pathWithin(baseUrl, event.path),
    headers,
    query: present(event.queryStringParameters),
    cookies: parseCookies(headers.cookie),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    caller: event.requestContext.identity?.apiKeyId || undefined,
    requestId: event.requestContext.requestId,
  };
}

export function resultOf(response: HttpResponse): APIGatewayProxyResult {
  const cookies = response.cookies ?? [];
  return {
    statusCode: response.status,
    headers: { ...response.headers },
    ...(cookies.length > 0 ? { multiValueHeaders: { 'Set-Cookie': [...cookies] } } : {}),
    body: response.body,
  };
}

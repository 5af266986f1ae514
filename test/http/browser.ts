import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { lambdaContext } from './lambda-context.ts';
import { proxyEvent, type Sent } from './proxy-event.ts';

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  /** Where the answer leads, below the base URL. */
  readonly location: string;
}

/** A browser with a cookie jar of its own, under one base URL. Redirects are not followed. */
export function browser(handler: Handler, baseUrl: string) {
  const jar = new Map<string, string>();
  const send = async (sent: Sent): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { Cookie: cookie }), ...sent.headers };
    const result = await handler(proxyEvent({ ...sent, headers }), lambdaContext);
    const cookies = (result.multiValueHeaders?.['Set-Cookie'] ?? []).map(String);
    for (const set of cookies) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const answered = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const location = answered.location ?? '';
    return {
      status: result.statusCode,
      body: result.body,
      headers: answered,
      cookies,
      location: location.startsWith(baseUrl) ? location.slice(baseUrl.length) : location,
    };
  };
  const get = (path: string, query: Readonly<Record<string, string>> = {}) => send({ path, query });
  const post = (
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) =>
    send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'null', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  return { send, get, post, jar };
}
export type Browser = ReturnType<typeof browser>;

/** The value of a hidden field on a page. */
export function hidden(answer: Answer, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(answer.body)?.[1] ?? '';
}

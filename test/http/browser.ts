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
  const paths = new Map<string, string>();
  const send = async (sent: Sent): Promise<Answer> => {
    const address = new URL(baseUrl).pathname.replace(/\/$/, '') + sent.path;
    const cookie = [...jar]
      .filter(([name]) => isWithin(paths.get(name) ?? '/', address))
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(cookie === '' ? {} : { Cookie: cookie }), ...sent.headers };
    const result = await handler(proxyEvent({ ...sent, headers }), lambdaContext);
    const cookies = (result.multiValueHeaders?.['Set-Cookie'] ?? []).map(String);
    for (const set of cookies) {
      const [pair = ''] = set.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      jar.set(name, pair.slice(pair.indexOf('=') + 1));
      paths.set(name, /; Path=([^;]*)/.exec(set)?.[1] ?? '/');
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

/** A cookie goes to its own path and to what is below it, and nowhere else. */
function isWithin(path: string, address: string): boolean {
  return address === path || address.startsWith(path.endsWith('/') ? path : `${path}/`);
}

export type Browser = ReturnType<typeof browser>;

/** The value of a hidden field on a page. */
export function hidden(answer: Answer, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(answer.body)?.[1] ?? '';
}

/** The boxes of a form that are marked as wrong, in their order. */
export function wrongBoxes(body: string): string[] {
  const boxes = body.match(/<input[^>]*>/g) ?? [];
  return boxes.filter((box) => box.includes('aria-invalid="true"')).map((box) => /name="([^"]*)"/.exec(box)?.[1] ?? '');
}

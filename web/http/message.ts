/** One HTTP request as the pages see it: nothing of AWS, header names in lower case, the path without stage or mapping. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The id of the API key, for the API; undefined on pages. */
  readonly caller: string | undefined;
  /** Stands in every log line and on every error page, so that support can find one from the other. */
  readonly requestId: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
}

export type Handle = (request: HttpRequest) => Promise<HttpResponse>;

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function html(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** 303: the browser follows with GET, so that a reload never posts again. */
export function seeOther(location: string, cookies: readonly string[] = []): HttpResponse {
  return { status: 303, headers: { location, 'content-type': 'text/plain; charset=utf-8' }, cookies, body: '' };
}

import type { HttpRequest, HttpResponse } from './message.ts';

export type Parameters = Readonly<Record<string, string>>;
export type RouteHandle = (request: HttpRequest, parameters: Parameters) => Promise<HttpResponse>;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Segments; `{name}` stands for exactly one. */
  readonly pattern: string;
  readonly handle: RouteHandle;
}

export interface Refusals {
  readonly notFound: (request: HttpRequest) => HttpResponse;
  readonly wrongMethod: (request: HttpRequest, allowed: string) => HttpResponse;
}

/** One function serves every route of its audience: HEAD is answered as GET without a body, the rest in plain words. */
export function route(routes: readonly Route[], refusals: Refusals): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const matching = routes.flatMap((candidate) => {
      const parameters = match(candidate.pattern, request.path);
      return parameters ? [{ candidate, parameters }] : [];
    });
    if (matching.length === 0) return refusals.notFound(request);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = matching.find(({ candidate }) => candidate.method === method);
    if (!found) return refusals.wrongMethod(request, allowedOf(matching.map(({ candidate }) => candidate.method)));
    const response = await found.candidate.handle(request, found.parameters);
    return request.method === 'HEAD' ? { ...response, body: '' } : response;
  };
}

/** A mailed link behind whose token a mail program has put a slash. */
const MAILED_WITH_SLASH = /^(.*\/l\/[\w-]{43})\/$/;

function match(pattern: string, path: string): Parameters | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(MAILED_WITH_SLASH, '$1').split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== actual : actual === '') return undefined;
    if (name !== undefined) parameters.push([name, actual]);
  }
  return Object.fromEntries(parameters);
}

function allowedOf(methods: readonly string[]): string {
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');
}

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
  const known = routes.map((candidate) => ({ candidate, wanted: segmentsOf(candidate.pattern) }));
  return async (request) => {
    const given = request.path.replace(MAILED_WITH_SLASH, '$1').split('/');
    const matching = known.flatMap(({ candidate, wanted }) => {
      const parameters = match(wanted, given);
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

/** A segment of a pattern: the name of a parameter, or the text that must stand there. */
type Segment = { readonly name?: string | undefined; readonly text: string };

function segmentsOf(pattern: string): readonly Segment[] {
  return pattern.split('/').map((text) => ({ name: /^\{(\w+)\}$/.exec(text)?.[1], text }));
}

function match(wanted: readonly Segment[], given: readonly string[]): Parameters | undefined {
  if (wanted.length !== given.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, { name, text }] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (name === undefined ? text !== actual : actual === '') return undefined;
    if (name !== undefined) parameters.push([name, actual]);
  }
  return Object.fromEntries(parameters);
}

function allowedOf(methods: readonly string[]): string {
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');
}

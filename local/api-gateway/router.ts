import type { ApiSpec, RouteSpec } from '../assembly/api.ts';

export type RouteMatch = { route: RouteSpec; pathParameters: Record<string, string> | null };

/** Finds the route of a request as API Gateway does: exact parts before {parts}, those before {proxy+}, method before ANY. */
export function findRoute(api: ApiSpec, method: string, path: string): RouteMatch | undefined {
  const parts = partsOf(path);
  const candidates = api.routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = match(partsOf(route.resource), parts);
      return pathParameters === undefined ? [] : [{ route, pathParameters, rank: rankOf(route) }];
    });
  candidates.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const best = candidates[0];
  if (best === undefined) return undefined;
  const { route, pathParameters } = best;
  return { route, pathParameters: Object.keys(pathParameters).length === 0 ? null : pathParameters };
}

function rankOf(route: RouteSpec): string {
  const parts = partsOf(route.resource).map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'));
  return `${parts.join('')}${parts.length === 0 ? '0' : ''}|${route.method === 'ANY' ? 1 : 0}`;
}

function match(pattern: string[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (expected.endsWith('+}')) {
      parameters[expected.slice(1, -2)] = decode(parts.slice(index).join('/'));
      return parameters;
    }
    if (expected.startsWith('{')) parameters[expected.slice(1, -1)] = decode(part);
    else if (expected !== part) return undefined;
  }
  return pattern.length === parts.length ? parameters : undefined;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

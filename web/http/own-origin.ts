import { parseBaseUrl } from './base-url.ts';
import type { HttpRequest } from './message.ts';

/**
 * Whether a POST can have come from a page of ours. Our pages send `Origin: null`, because they let no referrer out, and
 * old browsers send none: there the CSRF token alone decides. A named other site is always refused.
 */
export function isFromHere(request: HttpRequest, baseUrl: string): boolean {
  if (request.headers['sec-fetch-site'] === 'cross-site') return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === 'null' || origin === parseBaseUrl(baseUrl).origin;
}

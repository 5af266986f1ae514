import { absoluteUrl, parseBaseUrl } from './base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from './message.ts';

/**
 * Where a page leads that is opened at the address that AWS gave, once the service has its own: a link that was mailed before
 * goes on working. Nothing else is led away, because a post would lose what was typed.
 */
export function fromOldAddress({ method, path, query, headers }: HttpRequest, base: string): HttpResponse | undefined {
  const host = headers.host ?? '';
  if (method !== 'GET' || !/\.execute-api\./.test(host) || parseBaseUrl(base).origin.endsWith(`//${host}`)) return;
  const asked = new URLSearchParams(query).toString();
  return seeOther(absoluteUrl(base, asked === '' ? path : `${path}?${asked}`));
}

import { parseBaseUrl } from './base-url.ts';

export interface Allowed {
  /** Where else than here forms may go: for uploads. */
  readonly formOrigins?: readonly string[];
  /** The address of the one script that runs, and the only one that it may ask for anything. */
  readonly script?: string;
}

/** What a page may load and where its forms may go: nothing but our own, and what is allowed here. */
export function contentSecurityPolicy({ formOrigins = [], script }: Allowed = {}): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${script}`, `connect-src ${script}`]),
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** On every answer, of pages and of the API; a handler's own header of the same name wins. */
export function securityHeaders(baseUrl: string): Record<string, string> {
  const always = {
    'content-security-policy': contentSecurityPolicy(),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
  return parseBaseUrl(baseUrl).isSecure
    ? { ...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : always;
}

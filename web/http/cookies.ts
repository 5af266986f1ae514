import { parseBaseUrl } from './base-url.ts';

/** The cookies of a Cookie header; the first of a name counts, as browsers send the most specific path first. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const found = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return Object.fromEntries(found);
}

export interface CookieSpec {
  readonly name: string;
  readonly value: string;
  /** Below the base URL, such as `/triage`. */
  readonly path: string;
  readonly maxAgeSeconds: number;
  readonly sameSite: 'Strict' | 'Lax';
}

/**
 * The name under which browsers keep a cookie. On https it has a prefix: browsers then take it from nobody who does not
 * speak to us over https, so no one on the way can plant it.
 */
export function cookieName(baseUrl: string, name: string): string {
  return parseBaseUrl(baseUrl).isSecure ? `__Secure-${name}` : name;
}

/** A cookie that no script can read; Max-Age and never Expires, so that only the server's clock matters. */
export function setCookie(baseUrl: string, cookie: CookieSpec): string {
  const base = parseBaseUrl(baseUrl);
  const parts = [
    `${cookieName(baseUrl, cookie.name)}=${cookie.value}`,
    `Path=${base.path}${cookie.path}`,
    `Max-Age=${cookie.maxAgeSeconds}`,
    'HttpOnly',
    `SameSite=${cookie.sameSite}`,
  ];
  return [...parts, ...(base.isSecure ? ['Secure'] : [])].join('; ');
}

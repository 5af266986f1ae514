/** Every URL, redirect and cookie path is built from the one configured base URL, at a root or under a stage path. */
export interface BaseUrl {
  readonly origin: string;
  /** '' at a root, else such as `/live`: no slash at its end. */
  readonly path: string;
  readonly isSecure: boolean;
}

export function parseBaseUrl(baseUrl: string): BaseUrl {
  const url = new URL(baseUrl);
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, ''), isSecure: url.protocol === 'https:' };
}

export function absoluteUrl(baseUrl: string, path: string): string {
  const base = parseBaseUrl(baseUrl);
  return `${base.origin}${base.path}${path}`;
}

/** The path that the routes know: a custom domain hands over its mapping in front of it, a stage does not. */
export function pathWithin(baseUrl: string, path: string): string {
  const base = parseBaseUrl(baseUrl).path;
  const inside = base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) : path;
  return inside === '' ? '/' : inside;
}

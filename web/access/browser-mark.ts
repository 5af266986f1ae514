import type { RandomBytes } from '#domain/ports/services.ts';
import { cookieName, setCookie } from '../http/cookies.ts';
import type { HttpRequest } from '../http/message.ts';

/** The cookie of one door: its pages alone see it. */
export interface MarkCookie {
  readonly name: string;
  readonly path: string;
}

const DAYS = 180;

interface BrowserDeps {
  readonly random: RandomBytes;
  readonly baseUrl: string;
}

/** What marks this browser; undefined for one without our cookie. */
export function browserOf(
  { baseUrl }: Pick<BrowserDeps, 'baseUrl'>,
  { cookies }: HttpRequest,
  { name }: MarkCookie,
): string | undefined {
  const raw = cookies[cookieName(baseUrl, name)];
  return raw !== undefined && /^[\w-]{43}$/.test(raw) ? raw : undefined;
}

/** The mark of this browser and the cookie that keeps it, made anew where there is none. */
export function markBrowser(deps: BrowserDeps, request: HttpRequest, cookie: MarkCookie) {
  return marked(deps, cookie, browserOf(deps, request, cookie) ?? newMark(deps));
}

/** A new mark for a browser that has entered: a cookie that a stranger has planted is never what marks it as known. */
export function markAnew(deps: BrowserDeps, cookie: MarkCookie) {
  return marked(deps, cookie, newMark(deps));
}

const newMark = ({ random }: BrowserDeps) => Buffer.from(random(32)).toString('base64url');

function marked({ baseUrl }: BrowserDeps, { name, path }: MarkCookie, value: string) {
  const lasting = { name, path, sameSite: 'Strict', maxAgeSeconds: DAYS * 24 * 60 * 60 } as const;
  return { browser: value, cookie: setCookie(baseUrl, { ...lasting, value }) };
}

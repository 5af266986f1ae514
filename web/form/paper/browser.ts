import type { RandomBytes } from '#domain/ports/services.ts';
import { cookieName, setCookie } from '../../http/cookies.ts';
import type { HttpRequest } from '../../http/message.ts';

const COOKIE = { name: 'small-steps-entry', path: '/refer/staff', sameSite: 'Strict' } as const;
const DAYS = 180;

interface BrowserDeps {
  readonly random: RandomBytes;
  readonly baseUrl: string;
}

/** What marks this browser; undefined for one without our cookie. */
export function browserOf({ baseUrl }: Pick<BrowserDeps, 'baseUrl'>, { cookies }: HttpRequest): string | undefined {
  const raw = cookies[cookieName(baseUrl, COOKIE.name)];
  return raw !== undefined && /^[\w-]{43}$/.test(raw) ? raw : undefined;
}

/** The mark of this browser and the cookie that keeps it, made anew where there is none. */
export function markBrowser(deps: BrowserDeps, request: HttpRequest) {
  return marked(deps, browserOf(deps, request) ?? newMark(deps));
}

/** A new mark for a browser that has entered: a cookie that a stranger has planted is never what marks it as known. */
export function markAnew(deps: BrowserDeps) {
  return marked(deps, newMark(deps));
}

const newMark = ({ random }: BrowserDeps) => Buffer.from(random(32)).toString('base64url');

function marked({ baseUrl }: BrowserDeps, value: string) {
  return { browser: value, cookie: setCookie(baseUrl, { ...COOKIE, value, maxAgeSeconds: DAYS * 24 * 60 * 60 }) };
}

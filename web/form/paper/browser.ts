import type { RandomBytes } from '#domain/ports/services.ts';
import { setCookie } from '../../http/cookies.ts';
import type { HttpRequest } from '../../http/message.ts';

const COOKIE = { name: 'small-steps-entry', path: '/refer/staff', sameSite: 'Strict' } as const;
const DAYS = 180;

/** What marks this browser; undefined for one without our cookie. */
export function browserOf({ cookies }: HttpRequest): string | undefined {
  const raw = cookies[COOKIE.name];
  return raw !== undefined && /^[\w-]{43}$/.test(raw) ? raw : undefined;
}

/** The mark of this browser and the cookie that keeps it, made anew where there is none. */
export function markBrowser(deps: { readonly random: RandomBytes; readonly baseUrl: string }, request: HttpRequest) {
  const value = browserOf(request) ?? Buffer.from(deps.random(32)).toString('base64url');
  const cookie = setCookie(deps.baseUrl, { ...COOKIE, value, maxAgeSeconds: DAYS * 24 * 60 * 60 });
  return { browser: value, cookie };
}

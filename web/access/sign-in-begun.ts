import { referenceOfTask } from '#domain/case/task.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { SignInChecks } from '#domain/ports/sign-in.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { cookieName, setCookie } from '../http/cookies.ts';
import type { HttpRequest } from '../http/message.ts';
import { changeChallenge } from './challenge.ts';

/** In minutes: long enough to find a phone for a second factor. */
const LASTS = 10;

/**
 * It comes back from another site, so Lax: with Strict no browser would send it there. It opens nothing by itself. The
 * session that follows is Strict.
 */
const place = { name: 'small-steps-sign-in', path: '/staff/sign-in', sameSite: 'Lax' } as const;

interface BeginDeps {
  readonly now: Now;
  readonly random: RandomBytes;
  readonly baseUrl: string;
}

/** A sign-in that this browser has begun at the provider. */
export interface SignInBegun {
  readonly checks: SignInChecks;
  /** The task that the person was on their way to; undefined for none. */
  readonly work: string | undefined;
  /** Stands for it in the store. */
  readonly id: string;
}

/**
 * Begins a sign-in and stores nothing: its checks follow from a random cookie that only this browser holds. `work` is the
 * id of a task, never an address, so that no one can be led elsewhere.
 */
export function beginSignIn({ now, random, baseUrl }: BeginDeps, work: string | undefined) {
  const raw = Buffer.from(random(32)).toString('base64url');
  const value = [raw, Date.parse(now()).toString(36), ...(work === undefined ? [] : [work])].join('.');
  return { checks: checksOf(value), cookie: setCookie(baseUrl, { ...place, value, maxAgeSeconds: LASTS * 60 }) };
}

/** The sign-in that this browser has begun; undefined without its cookie, and once it has taken too long. */
export function signInBegun(
  { now, baseUrl }: Omit<BeginDeps, 'random'>,
  { cookies }: HttpRequest,
): SignInBegun | undefined {
  const value = cookies[cookieName(baseUrl, place.name)] ?? '';
  const [, started = '', work] = /^[\w-]{43}\.([\da-z]{1,9})(?:\.([\w-]{1,80}))?$/.exec(value) ?? [];
  if (started === '') return undefined;
  const startedAt = new Date(Number.parseInt(started, 36)).toISOString();
  if (now() >= plusMinutes(startedAt, LASTS)) return undefined;
  return { checks: checksOf(value), work, id: sha256(`signed in by ${value}`) };
}

/** Whether this sign-in comes back for the first time. Only one of many that come at the same moment is the first. */
export function isFirstReturn(
  { access, now }: { readonly access: AccessStore; readonly now: Now },
  { id }: SignInBegun,
): Promise<boolean> {
  const at = now();
  const next = { codeHash: '', expiresAt: plusMinutes(at, LASTS), triesLeft: 0, sent: 0, lastSentAt: at };
  return changeChallenge<boolean>(access, id, (used) => (used ? { result: false } : { next, result: true }));
}

/** Takes the cookie back: what has returned once returns no more. */
export function withoutSignInBegun(baseUrl: string): string {
  return setCookie(baseUrl, { ...place, value: '', maxAgeSeconds: 0 });
}

/** The id of a task as it stands in an address; undefined for anything else. */
export function workNamed(typed: string | undefined): string | undefined {
  if (typed === undefined || !/^[\w-]{1,80}$/.test(typed)) return undefined;
  return (referenceOfTask(typed) ?? referenceOfTodo(typed)) === undefined ? undefined : typed;
}

/** Three secrets of one: what tells one of them tells nothing of the others. */
function checksOf(value: string): SignInChecks {
  const [state, nonce, verifier] = [sha256(`state ${value}`), sha256(`nonce ${value}`), sha256(`verifier ${value}`)];
  return { state, nonce, verifier };
}

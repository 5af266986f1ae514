import type { Now, RandomBytes } from '#domain/ports/services.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { cookieName, setCookie } from '../http/cookies.ts';
import type { HttpRequest } from '../http/message.ts';
import type { SessionDeps } from './sessions.ts';

/** How long the cookie of a start still counts after the first answer, in minutes: its response may be lost on the way. */
const COUNTS_ON = 5;

/** A draft that this browser has begun. Until its first answer, this cookie is all there is of it. */
export interface Begun {
  /** It looked as if no person began it. */
  readonly isSuspect: boolean;
  readonly csrf: string;
}

interface BeginDeps {
  readonly now: Now;
  readonly random: RandomBytes;
  readonly policy: SessionDeps['policy'];
  readonly baseUrl: string;
}

/** Begins a draft and stores nothing. Its id follows from the cookie, which is new each time, so none can be planted. */
export function beginDraft(deps: BeginDeps, isSuspect: boolean): { readonly id: string; readonly cookie: string } {
  const raw = Buffer.from(deps.random(32)).toString('base64url');
  const value = `${raw}.${Date.parse(deps.now()).toString(36)}.${isSuspect ? 1 : 0}`;
  const id = idOf(value);
  return {
    id,
    cookie: setCookie(deps.baseUrl, { ...placeOf(id), value, maxAgeSeconds: deps.policy.sessionHours * 3600 }),
  };
}

/** That this browser has begun the draft of this id. Undefined once the draft has been stored for a while. */
export function begunHere(
  { now, policy, baseUrl }: Omit<BeginDeps, 'random'>,
  request: HttpRequest,
  id: string,
  storedAt: string | undefined,
): Begun | undefined {
  const value = request.cookies[cookieName(baseUrl, placeOf(id).name)] ?? '';
  const [, started = '', suspect] = /^[\w-]{43}\.([\da-z]{1,9})\.([01])$/.exec(value) ?? [];
  if (started === '' || idOf(value) !== id) return undefined;
  const startedAt = new Date(Number.parseInt(started, 36)).toISOString();
  const until =
    storedAt === undefined ? plusMinutes(startedAt, policy.sessionHours * 60) : plusMinutes(storedAt, COUNTS_ON);
  return now() < until ? { isSuspect: suspect === '1', csrf: sha256(`csrf${value}`) } : undefined;
}

/** Takes the cookie of a start back: from its first answer on, a session stands for it. */
export function withoutBegun(baseUrl: string, id: string): string {
  return setCookie(baseUrl, { ...placeOf(id), value: '', maxAgeSeconds: 0 });
}

/** One cookie a draft, so that two tabs that begin at the same moment both keep theirs. */
const placeOf = (id: string) => ({ name: `small-steps-begun-${id}`, path: `/refer/${id}`, sameSite: 'Lax' }) as const;

function idOf(value: string): string {
  return Buffer.from(sha256(`draft begun as ${value}`), 'hex')
    .subarray(0, 16)
    .toString('base64url');
}

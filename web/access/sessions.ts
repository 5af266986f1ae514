import { isIdle, type Session, used } from '#domain/people/session.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { cookieName, setCookie } from '../http/cookies.ts';
import type { HttpRequest } from '../http/message.ts';
import { isShutOut } from './shut-out.ts';

export interface SessionDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly policy: Pick<Policy, 'sessionHours'>;
  readonly baseUrl: string;
}

export interface OpenSession {
  readonly session: Session;
  /** Derived from the cookie and never stored: a page of ours can hold it, another site's page cannot. */
  readonly csrf: string;
  /** Whether a form is of this session, or of one that it replaced. */
  readonly isOwnForm: (fields: { readonly csrf?: string }) => boolean;
}

export type Grant = Session['grants'][number];

/**
 * Staff and other services come from a form of ours, so Strict. Referrers also come back from an upload on another site,
 * so Lax. A draft is also begun from a referral that is sent again. It must not shut out those that this browser has
 * open, so that page sees it too.
 */
const cookies = {
  STAFF: { name: 'small-steps-staff', path: '/', sameSite: 'Strict' },
  REFERRER: { name: 'small-steps-referrer', path: '/referral', sameSite: 'Lax' },
  OTHER_SERVICE: { name: 'small-steps-shared', path: '/shared', sameSite: 'Strict' },
  FAMILY: { name: 'small-steps-family', path: '/family', sameSite: 'Lax' },
  DRAFT: { name: 'small-steps-draft', path: '/', sameSite: 'Lax' },
} as const;

export type Audience = keyof typeof cookies;

/** The session of this browser; undefined when there is none or it has run out. One of staff runs out unused, too. */
export async function readSession(
  deps: Pick<SessionDeps, 'access' | 'now' | 'baseUrl'>,
  request: HttpRequest,
  audience: Audience,
): Promise<OpenSession | undefined> {
  const raw = request.cookies[cookieName(deps.baseUrl, cookies[audience].name)];
  if (raw === undefined || !/^[\w-]{43}$/.test(raw)) return undefined;
  const [stored, now] = [await deps.access.readSession(sha256(raw)), deps.now()];
  if (!stored || stored.audience !== audience || now >= stored.expiresAt || isIdle(stored, now)) return undefined;
  if (await isShutOut(deps.access, stored)) return undefined;
  const session = await noted(deps.access, stored, now);
  const csrf = sha256(`csrf${raw}`);
  const isOwnForm = (fields: { readonly csrf?: string }) =>
    fields.csrf === csrf || (session.forms ?? []).includes(sha256(fields.csrf ?? ''));
  return { session, csrf, isOwnForm };
}

/** Notes that a session is used. Where someone changed it at the same moment, it is just as fresh. */
async function noted(access: Pick<AccessStore, 'saveSession'>, session: Session, now: string): Promise<Session> {
  const next = used(session, now);
  return next && (await access.saveSession(next)) ? next : session;
}

/** What is stored of a session beside its hash. */
export type NewSession = Omit<Session, 'hash' | 'version' | 'createdAt'>;

/** Stores a session under a new random id and answers its cookie. Only the hash is kept, so the store cannot be used to sign in. */
export async function storeSession(
  deps: Pick<SessionDeps, 'access' | 'now' | 'random' | 'baseUrl'>,
  audience: Audience,
  session: NewSession,
): Promise<string> {
  const value = Buffer.from(deps.random(32)).toString('base64url');
  const createdAt = deps.now();
  await deps.access.saveSession({ ...session, hash: sha256(value), version: 1, createdAt });
  const maxAgeSeconds = Math.floor((Date.parse(session.expiresAt) - Date.parse(createdAt)) / 1000);
  return setCookie(deps.baseUrl, { ...cookies[audience], value, maxAgeSeconds });
}

import type { Session } from '#domain/people/session.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { cookieName, setCookie } from '../http/cookies.ts';
import type { HttpRequest } from '../http/message.ts';

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
}

export type Grant = Session['grants'][number];

const MOST_GRANTS = 50;
const ATTEMPTS = 20;

/**
 * Staff and other services come from a form of ours, so Strict. Referrers also come back from an upload on another site,
 * so Lax. A draft is also begun from a referral that is sent again. It must not shut out those that this browser has
 * open, so that page sees it too.
 */
const cookies = {
  STAFF: { name: 'small-steps-staff', path: '/triage', sameSite: 'Strict' },
  REFERRER: { name: 'small-steps-referrer', path: '/referral', sameSite: 'Lax' },
  OTHER_SERVICE: { name: 'small-steps-shared', path: '/shared', sameSite: 'Strict' },
  DRAFT: { name: 'small-steps-draft', path: '/', sameSite: 'Lax' },
} as const;

type Audience = keyof typeof cookies;

/** The session of this browser; undefined when there is none or it has run out. */
export async function readSession(
  deps: Pick<SessionDeps, 'access' | 'now' | 'baseUrl'>,
  request: HttpRequest,
  audience: Audience,
): Promise<OpenSession | undefined> {
  const raw = request.cookies[cookieName(deps.baseUrl, cookies[audience].name)];
  if (raw === undefined || !/^[\w-]{43}$/.test(raw)) return undefined;
  const session = await deps.access.readSession(sha256(raw));
  if (!session || session.audience !== audience || deps.now() >= session.expiresAt) return undefined;
  return { session, csrf: sha256(`csrf${raw}`) };
}

/**
 * A new session with what was opened, of a mailbox and, for staff, of the person whose it is; answers its cookie. Stored under
 * its hash, so the store cannot be used to sign in.
 */
export async function openSession(
  deps: SessionDeps,
  audience: Audience,
  holder: { readonly mailbox: string; readonly person?: string },
  grant: Grant,
): Promise<string> {
  const raw = Buffer.from(deps.random(32)).toString('base64url');
  const createdAt = deps.now();
  const minutes = deps.policy.sessionHours * 60;
  const expiresAt = plusMinutes(createdAt, minutes);
  const session = { hash: sha256(raw), version: 1, audience, ...holder, grants: [grant], createdAt, expiresAt };
  await deps.access.saveSession(session);
  return setCookie(deps.baseUrl, { ...cookies[audience], value: raw, maxAgeSeconds: minutes * 60 });
}

/** Lets a session see one more thing that its mailbox was sent a link to, beside what other tabs open at the same moment. */
export async function addGrant(access: AccessStore, session: Session, grant: Grant): Promise<void> {
  let current: Session | undefined = session;
  for (let attempt = 0; attempt < ATTEMPTS && current; attempt += 1) {
    const { version, grants, expiresAt }: Session = current;
    const others = grants.filter((known) => !isSame(known, grant));
    const newest = { ...grants.find((known) => isSame(known, grant)), ...grant };
    const until = expiresAt > session.expiresAt ? expiresAt : session.expiresAt;
    const changed = { version: version + 1, grants: [...others, newest].slice(-MOST_GRANTS), expiresAt: until };
    if (await access.saveSession({ ...current, ...changed })) return;
    current = await access.readSession(session.hash);
  }
  throw new Transient('Too many pages were opened in one browser at the same moment.');
}

/** The same, and from now on the session lasts as long as a new one; answers its cookie. */
export async function prolongSession(
  deps: SessionDeps,
  request: HttpRequest,
  { audience, session }: { readonly audience: Audience; readonly session: Session },
  grant: Grant,
): Promise<string> {
  const minutes = deps.policy.sessionHours * 60;
  await addGrant(deps.access, { ...session, expiresAt: plusMinutes(deps.now(), minutes) }, grant);
  const value = request.cookies[cookieName(deps.baseUrl, cookies[audience].name)] ?? '';
  return setCookie(deps.baseUrl, { ...cookies[audience], value, maxAgeSeconds: minutes * 60 });
}

function isSame(a: Grant, b: Grant): boolean {
  return a.reference === b.reference && a.taskId === b.taskId && a.purpose === b.purpose;
}

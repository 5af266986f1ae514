import type { Session } from '#domain/people/session.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { HttpRequest } from '../http/message.ts';
import { type Audience, type Grant, readSession, type SessionDeps, storeSession } from './sessions.ts';

const MOST_GRANTS = 50;
const MOST_FORMS = 50;
const ATTEMPTS = 20;
/**
 * In seconds. A button pressed twice, or another tab, may still send the old cookie. What it opened before it opens for so
 * long, and nothing that was gained since.
 */
const OLD_ENDS_AFTER = 20;

export interface Gained {
  readonly audience: Audience;
  /** Whose session it is: a mailbox, and the id of a member of staff. */
  readonly holder: { readonly mailbox: string; readonly person?: string | undefined };
  /** What the work account with which they have just come in says of them. */
  readonly account?: Pick<Session, 'roles' | 'idToken'>;
  /** The code was entered from their mailbox: its referrals are listed for as long as a new session lasts. */
  readonly lists?: boolean;
  /** What is opened; none where someone only signs in. */
  readonly grant?: Grant | undefined;
  /** They have just shown who they are: the session lasts anew. Otherwise it ends when the one before would have. */
  readonly isProven: boolean;
  /** Tokens of forms that are open in this browser under another cookie. */
  readonly forms?: readonly string[];
}

/**
 * The one place where a browser gains a right. It always gets a new session, and the old one ends. So a cookie that a
 * stranger has planted never opens what was gained with it. What the same holder had open stays open, forms included.
 */
export async function gainRights(deps: SessionDeps, request: HttpRequest, gained: Gained): Promise<string> {
  const { audience, holder, account, grant, isProven, lists, forms = [] } = gained;
  const open = await readSession(deps, request, audience);
  const before = open && isOf(open.session, gained) ? open : undefined;
  const { mailbox, person } = before?.session ?? holder;
  const known = before?.session.grants ?? [];
  const tokens = [...forms, ...(before ? [before.csrf] : [])].map(sha256);
  const anew = plusMinutes(deps.now(), deps.policy.sessionHours * 60);
  const cookie = await storeSession(deps, audience, {
    ...before?.session,
    ...{ audience, mailbox },
    ...(person === undefined ? {} : { person }),
    ...account,
    ...(lists ? { listsUntil: anew } : {}),
    usedAt: deps.now(),
    grants: withGrant(known, grant).slice(-MOST_GRANTS),
    forms: [...(before?.session.forms ?? []), ...tokens].slice(-MOST_FORMS),
    expiresAt: before && !isProven ? before.session.expiresAt : anew,
  });
  if (open)
    await end(deps.access, open.session, new Date(Date.parse(deps.now()) + OLD_ENDS_AFTER * 1000).toISOString());
  return cookie;
}

/** Ends a session now: whatever still holds its cookie opens nothing. */
export async function endSession(
  { access, now }: Pick<SessionDeps, 'access' | 'now'>,
  session: Session,
): Promise<void> {
  await end(access, session, now());
}

function withGrant(known: readonly Grant[], grant: Grant | undefined): Grant[] {
  if (!grant) return [...known];
  const before = known.find((one) => isSame(one, grant));
  return [...known.filter((one) => one !== before), { ...before, ...grant }];
}

/** A draft is its browser's, whatever mailbox its link went to; anything else is of one mailbox. */
function isOf(session: Session, { audience, holder }: Gained): boolean {
  return audience === 'DRAFT' || (sameMailbox(session.mailbox, holder.mailbox) && session.person === holder.person);
}

async function end(access: AccessStore, session: Session, expiresAt: string): Promise<void> {
  let current: Session | undefined = session;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!current || current.expiresAt <= expiresAt) return;
    if (await access.saveSession({ ...current, version: current.version + 1, expiresAt })) return;
    current = await access.readSession(session.hash);
  }
  throw new Transient('A session changed too often to be ended.');
}

function isSame(a: Grant, b: Grant): boolean {
  return a.reference === b.reference && a.taskId === b.taskId && a.purpose === b.purpose;
}

import { teamFor } from '#domain/canary/team.ts';
import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED, hasDied } from '#domain/case/death.ts';
import { addressOf, type Destination } from '#domain/notices/addressees.ts';
import { type MintedLink, noticeFacts, type RenderNotice } from '#domain/notices/facts.ts';
import { heldUntil } from '#domain/notices/hold.ts';
import * as ledger from '#domain/notices/ledger.ts';
import { outlastsItsDay } from '#domain/notices/links.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { ownReferenceFor } from '#domain/notices/own-reference.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { parentsToTellInPerson } from '#domain/notices/recipients.ts';
import { isOfWorkAfterDeath, openerIn } from '#domain/notices/staff-notices.ts';
import type { Team } from '#domain/people/team.ts';
import type { Log, Mailer, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, NoticeStore, ReferralStore, TeamStore, TodoStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { NotSent, Transient } from '#domain/problems/errors.ts';
import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import { readTeam } from '../access/read-team.ts';
import { readFamily } from '../read-family.ts';
import { todoAsked } from '../todos/todo-asked.ts';
import type { About } from './about.ts';
import { mintLink } from './link.ts';
import type { Sent } from './sent.ts';
import { type Outcome, settledBy } from './settled-by.ts';
import { isManager } from './to-manager.ts';

export interface DeliverDeps {
  readonly notices: NoticeStore;
  readonly access: AccessStore;
  readonly cases: CaseStore;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly mailer: Mailer;
  readonly render: RenderNotice;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly log: Log;
}

/** Why a notice of an offer was not sent: the offer was closed just before. */
export const NO_LONGER_NEEDED = 'NO_LONGER_NEEDED';

/**
 * Claims one notice and sends it to where its addressee is now, unless it is settled or someone else has it. One that waits
 * for a digest is kept for that. One for the duty mailbox that fails for good here is told to the operators.
 */
export async function deliverNotice(deps: DeliverDeps, owed: Owed, about: About): Promise<Sent> {
  if (owed.hold !== undefined) return holdNotice(deps, owed, owed.hold, about.reference);
  const claimed = await claim(deps, owed, about);
  return 'mine' in claimed ? send(deps, claimed.mine, owed, about) : claimed;
}

/** Keeps a notice for the digest of its person, once. What was kept from them by mistake is kept for it again. */
async function holdNotice(
  { notices, now, policy }: DeliverDeps,
  owed: Owed,
  hold: NonNullable<Owed['hold']>,
  reference: string,
): Promise<Sent> {
  const first = ledger.heldEntry(reference, owed, now(), heldUntil(hold, now(), policy));
  if (await notices.claimNotice(first)) return { owed, state: 'CLAIMED' };
  const entry = await notices.readNotice(reference, owed.id);
  if (!entry) throw new Transient(`Notice ${owed.id} is claimed and cannot be read yet.`);
  if (entry.why !== CHILD_HAS_DIED) return { owed, state: entry.state, why: entry.why };
  await notices.saveNotice({ ...first, attempts: entry.attempts + 1 }, entry.attempts);
  return { owed, state: 'CLAIMED' };
}

/** The entry of a notice that this call is to send, or what became of it otherwise. */
async function claim(deps: DeliverDeps, owed: Owed, about: About): Promise<{ readonly mine: Notice } | Sent> {
  const first = { ...ledger.firstEntry(about.reference, owed, deps.now()), ...carriesOf(about) };
  if (await deps.notices.claimNotice(first)) return { mine: first };
  const entry = await deps.notices.readNotice(about.reference, owed.id);
  if (!entry) throw new Transient(`Notice ${owed.id} is claimed and cannot be read yet.`);
  // Whoever is on duty by now reads it with the rest of what waits for them.
  if (entry.heldUntil !== undefined && entry.why !== CHILD_HAS_DIED)
    return { owed, state: entry.state, why: entry.why };
  const again = ledger.claim(entry, deps.now());
  const next = again && { ...again, ...carriesOf(about) };
  if (!next) return { owed, state: entry.state === 'CLAIMED' ? 'ELSEWHERE' : entry.state, why: entry.why };
  tellIfDutyWaits(deps, next);
  if (!(await deps.notices.saveNotice(next, entry.attempts))) return { owed, state: 'ELSEWHERE' };
  return next.state === 'CLAIMED' ? { mine: next } : { owed, state: next.state, why: next.why };
}

async function send(deps: DeliverDeps, entry: Notice, owed: Owed, given: About): Promise<Sent> {
  const fields = { reference: entry.reference, noticeId: entry.id };
  // What an error means depends on it: before the mail service was asked nothing can have gone, once it answered all has.
  let asked: 'NOT_YET' | 'ASKED' | 'ANSWERED' = 'NOT_YET';
  try {
    const current = await caseNow(deps, owed, given);
    if (current && hasDied(current)) return await settle(deps, entry, owed, { refused: CHILD_HAS_DIED });
    const support = noticeTable[owed.kind].ofOffer ? await deps.supports.readSupport(entry.reference) : undefined;
    if (current && support && noticeTable[owed.kind].isOver(entry, current, support))
      return await settle(deps, entry, owed, { refused: NO_LONGER_NEEDED });
    const about = {
      ...given,
      support,
      referral: current ? await readFamily(deps, current, given.referral) : given.referral,
    };
    const team = teamFor(current, await readTeam(deps)(), deps.config);
    const to = destinationOf(deps, owed, about, team);
    if (!('address' in to)) return await settle(deps, entry, owed, to);
    const link = await linkFor(deps, owed, { ...about, ...(current && { theCase: current }) }, to.address);
    const tellInPerson = parentsToTellInPerson(about.referral);
    const ownReference = ownReferenceFor(owed.to, about.referral, about.theCase);
    const { possibleDuplicate } = entry;
    const todo = await todoAsked(deps, { reference: about.reference, taskId: owed.taskId });
    const toManager = isManager(team, owed.to);
    const opener = openerIn(entry);
    const known = { link, tellInPerson, ownReference, possibleDuplicate, todo, toManager, opener };
    const facts = noticeFacts({ ...deps, ...about, ...known, settings: team, at: deps.now() });
    const email = { to: to.address, ...deps.render(owed.kind, facts), tags: fields };
    asked = 'ASKED';
    const answer = await deps.mailer.send(email);
    asked = 'ANSWERED';
    return await settle(deps, entry, owed, answer);
  } catch (error) {
    // A mail service that refuses our rights or settings has not sent this email. It goes once they are fixed.
    const isRefusal = asked === 'ASKED' && !(error instanceof Transient);
    if (!isRefusal && !(error instanceof Transient)) throw error;
    const hasNotGone = asked === 'NOT_YET' || isRefusal || (asked === 'ASKED' && error instanceof NotSent);
    const why = hasNotGone ? 'NOT_SENT' : 'MAYBE_SENT';
    // What a mailer says names services and codes, never an address.
    const said = asked === 'ASKED' && error instanceof Error ? error.message : '';
    deps.log.error('notice-left-to-sweeper', { ...fields, attempts: entry.attempts, error: said });
    await deps.notices.saveNotice(ledger.release(entry, why), entry.attempts);
    return { owed, state: 'CLAIMED', why };
  }
}

/**
 * The case, read consistently just before sending: what staff recorded until now counts. Not for the news of a death to staff,
 * and a link that they ask for, which go all the same.
 */
async function caseNow(
  { cases }: DeliverDeps,
  { kind }: Owed,
  { reference, theCase }: About,
): Promise<Case | undefined> {
  return theCase && !isOfWorkAfterDeath(kind) ? cases.readCase(reference) : undefined;
}

async function linkFor(deps: DeliverDeps, owed: Owed, about: About, mailbox: string): Promise<MintedLink | null> {
  if (owed.link === undefined) return null;
  if (owed.link === 'PAGE') return pageLinkFor(deps, owed, about, mailbox);
  const only = about.digest?.only;
  const { purpose, taskId, reference } = only
    ? { ...only, purpose: 'TASK' as const }
    : { purpose: owed.link, taskId: owed.taskId, reference: about.reference };
  const minted = await mintLink(deps, purpose, { taskId, to: owed.to }, reference, mailbox);
  return { ...minted, lasts: outlastsItsDay(owed.link, about.theCase) };
}

/** The link to the page of this adult as it stands now; null where they have none, which the email then does without. */
async function pageLinkFor(deps: DeliverDeps, { to }: Owed, about: About, mailbox: string): Promise<MintedLink | null> {
  const { theCase, referral, reference } = about;
  const page = theCase && pageOfAdult(Number(to.split(':')[1]), theCase, referral);
  return page && 'id' in page ? mintLink(deps, 'PAGE', { taskId: page.id, to }, reference, mailbox) : null;
}

/** Where it goes by the team of this moment. */
function destinationOf({ config }: DeliverDeps, { to }: Owed, { referral, theCase }: About, team: Team): Destination {
  return addressOf(to, referral, { team, config }, theCase);
}

function carriesOf({ carries }: About): { readonly carries?: string[] } {
  return carries === undefined ? {} : { carries: [...carries] };
}

async function settle(deps: DeliverDeps, entry: Notice, owed: Owed, outcome: Outcome): Promise<Sent> {
  const done = settledBy(entry, outcome, deps.now());
  tellIfDutyWaits(deps, done);
  const mine = await deps.notices.saveNotice(done, entry.attempts);
  deps.log.info('notice-settled', { reference: entry.reference, noticeId: entry.id, state: done.state });
  return { owed, state: mine ? done.state : 'ELSEWHERE', why: done.why };
}

/**
 * No one tries this again, so someone must call: the alarm DutyNotTold rings on this line. Said before it is settled: a crash
 * in between has it said twice, and never lost.
 */
function tellIfDutyWaits({ log }: DeliverDeps, { reference, id, to, state, why = '' }: Notice): void {
  if (to === 'DUTY' && state === 'FAILED') log.error('duty-not-told', { reference, noticeId: id, why });
}

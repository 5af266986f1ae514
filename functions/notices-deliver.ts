import type { Case } from '#domain/case/case.ts';
import { NotSent, Transient } from '#domain/errors.ts';
import { type Addressees, addressOf } from '#domain/notices/addressees.ts';
import { noticeFacts, type RenderNotice } from '#domain/notices/facts.ts';
import { firstEntry, letGo, settled, takenOver } from '#domain/notices/ledger.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { parentsToTellInPerson } from '#domain/notices/told.ts';
import type { Policy } from '#domain/policy.ts';
import type { Notice } from '#domain/ports/records.ts';
import type { Log, Mailer, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, NoticeStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service-config.ts';
import { mintLink } from './notices-link.ts';

export interface DeliverDeps {
  readonly notices: NoticeStore;
  readonly access: AccessStore;
  readonly cases: CaseStore;
  readonly mailer: Mailer;
  readonly render: RenderNotice;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly log: Log;
}

/** What became of one notice here. ELSEWHERE: somebody else may be sending it. CLAIMED: it waits for the sweeper. */
export interface Sent {
  readonly owed: Owed;
  readonly state: Notice['state'] | 'ELSEWHERE';
  readonly why?: string | undefined;
}

/** What a notice is about; an alert to the duty mailbox has no case. */
export interface About {
  readonly reference: string;
  readonly theCase?: Case;
  readonly referral: Addressees;
}

/** Claims one notice and sends it, unless it is settled or somebody else has it. */
export async function deliverNotice(deps: DeliverDeps, owed: Owed, about: About): Promise<Sent> {
  const to = addressOf(owed.to, about.referral, deps.config, about.theCase);
  const first = firstEntry(about.reference, owed, deps.now(), 'forAPerson' in to ? to.forAPerson : undefined);
  if (await deps.notices.claimNotice(first)) {
    if ('forAPerson' in to) return { owed, state: first.state, why: first.why };
    return send(deps, first, owed, about, to.address);
  }
  const entry = await deps.notices.readNotice(about.reference, owed.id);
  if (!entry) throw new Transient(`Notice ${owed.id} is claimed and cannot be read yet.`);
  const next = takenOver(entry, deps.now());
  if (!next) return { owed, state: entry.state === 'CLAIMED' ? 'ELSEWHERE' : entry.state, why: entry.why };
  const mine = 'forAPerson' in to ? settled(next, 'FOR_A_PERSON', deps.now(), { why: to.forAPerson }) : next;
  if (!(await deps.notices.saveNotice(mine, entry.attempts))) return { owed, state: 'ELSEWHERE' };
  if (mine.state !== 'CLAIMED' || 'forAPerson' in to) return { owed, state: mine.state, why: mine.why };
  return send(deps, mine, owed, about, to.address);
}

async function send(deps: DeliverDeps, entry: Notice, owed: Owed, about: About, address: string): Promise<Sent> {
  const fields = { reference: entry.reference, noticeId: entry.id };
  // What an error means depends on it: before the mail service was asked nothing can have gone, once it answered all has.
  let asked: 'NOT_YET' | 'ASKED' | 'ANSWERED' = 'NOT_YET';
  try {
    const link = owed.link === undefined ? null : await mintLink(deps, owed.link, owed, about.reference, address);
    const tellInPerson = parentsToTellInPerson(about.referral, deps.config);
    const facts = noticeFacts({ ...deps, ...about, link, tellInPerson, possibleDuplicate: entry.possibleDuplicate });
    const email = { to: address, ...deps.render(owed.kind, facts), tags: fields };
    asked = 'ASKED';
    const answer = await deps.mailer.send(email);
    asked = 'ANSWERED';
    return await settle(deps, entry, owed, answer);
  } catch (error) {
    // A mail service that refuses our rights or settings, not this mail, has not sent it: it goes once they are put right.
    const isRefusal = asked === 'ASKED' && !(error instanceof Transient);
    if (!isRefusal && !(error instanceof Transient)) throw error;
    const hasNotGone = asked === 'NOT_YET' || isRefusal || (asked === 'ASKED' && error instanceof NotSent);
    const why = hasNotGone ? 'NOT_SENT' : 'MAYBE_SENT';
    // What a mailer says names services and codes, never an address.
    const said = asked === 'ASKED' && error instanceof Error ? error.message : '';
    deps.log.error('notice-left-to-sweeper', { ...fields, attempts: entry.attempts, error: said });
    await deps.notices.saveNotice(letGo(entry, why), entry.attempts);
    return { owed, state: 'CLAIMED', why };
  }
}

async function settle(
  deps: DeliverDeps,
  entry: Notice,
  owed: Owed,
  answer: { readonly messageId: string } | { readonly refused: string },
): Promise<Sent> {
  const done =
    'refused' in answer
      ? settled(entry, 'FAILED', deps.now(), { why: answer.refused })
      : settled(entry, 'SENT', deps.now(), { messageId: answer.messageId });
  const mine = await deps.notices.saveNotice(done, entry.attempts);
  deps.log.info('notice-settled', { reference: entry.reference, noticeId: entry.id, state: done.state });
  return { owed, state: mine ? done.state : 'ELSEWHERE', why: done.why };
}

import { MAYBE_ARRIVED, noted } from '#domain/case/unreached.ts';
import { type Delivery, deliveryOf, provesMore } from '#domain/notices/delivery.ts';
import { toldBy } from '#domain/notices/digest.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { personIdIn } from '#domain/people/code.ts';
import { Transient } from '#domain/problems/errors.ts';
import { changeCase } from '../change-case.ts';
import { type MailEvent, readMailEvent } from './mail-event.ts';
import { type StaffMailDeps, staffMailFailed } from './staff-mail-failed.ts';

/** The states of a notice that is with people, by what was proved of its email. Of anything else it stays as sent. */
const states: { readonly [Known in Delivery]?: Notice['state'] } = { PERMANENT: 'BOUNCED', COMPLAINED: 'COMPLAINED' };

/** What is written into the case's history, so that people see it, as the ledger has always named it. */
const histories: { readonly [Known in Delivery]?: string } = { ...states, DELAYED: 'DELAYED', UNKNOWN: 'UNKNOWN' };

type MailEventDeps = StaffMailDeps;

/**
 * Why an event changes nothing. NO_TAGS: it is of an email that is no notice. NO_NEWS: it says nothing about an arrival.
 * UNKNOWN_NOTICE: the ledger has none of this id. KNOWN_ALREADY: it came twice. OVERTAKEN: an event that proves more came first.
 */
type Refusal = 'NO_TAGS' | 'NO_NEWS' | 'UNKNOWN_NOTICE' | 'KNOWN_ALREADY' | 'OVERTAKEN';

/**
 * Writes what an event proves of an email into its ledger entry and, where people should know, into the case's history. An
 * event that changes nothing is refused with the reason in the log, whether it comes twice, late or out of order. What may
 * have kept an email from the duty team is told to the operators. What a colleague was asked by an email that came back for
 * good is asked of the next person. Throws for an event of another shape, so that it is kept
 * and seen.
 */
export function recordMailEvent(deps: MailEventDeps): (event: unknown) => Promise<void> {
  return async (event) => {
    const news = readMailEvent(event);
    const refusal = await record(deps, news);
    const { reference, noticeId, eventType } = news;
    if (refusal) deps.log.info('mail-event-without-effect', { reference, noticeId, kind: eventType, why: refusal });
  };
}

async function record(deps: MailEventDeps, news: MailEvent): Promise<Refusal | undefined> {
  const { reference, noticeId } = news;
  if (reference === '' || noticeId === '') return 'NO_TAGS';
  const delivery = deliveryOf(news);
  if (!delivery) return 'NO_NEWS';
  const notice = await deps.notices.readNotice(reference, noticeId);
  if (!notice) return 'UNKNOWN_NOTICE';
  const before = known(notice);
  const isNew = provesMore(delivery, before);
  const why = histories[delivery];
  // Said before it is kept: a crash in between has it said twice, and never lost. The alarm DutyNotTold rings on this line.
  if (isNew && why !== undefined && notice.to === 'DUTY') deps.log.error('duty-not-told', { reference, noticeId, why });
  if (isNew) await keep(deps, notice, delivery);
  // An alert to the duty mailbox has no case. What was overtaken may still be missing from the history.
  const isForPeople = why !== undefined && notice.to !== 'DUTY' && (isNew || before === delivery || why in SAID);
  const isNoted = isForPeople && (await noteAll(deps, notice, why));
  if (isNew || isNoted) return undefined;
  return before === delivery ? 'KNOWN_ALREADY' : 'OVERTAKEN';
}

/** What people are told even when an event that proves more came first: each says something else of the same email. */
const SAID = { BOUNCED: true, COMPLAINED: true };

/** What the ledger says of an email, also as a release wrote it that knew two states only. */
function known({ delivery, state }: Notice): string | undefined {
  if (delivery !== undefined) return delivery;
  if (state === 'BOUNCED') return 'PERMANENT';
  return state === 'COMPLAINED' ? state : undefined;
}

/**
 * One attempt more, so that a sender who settles late does not write over what came back. An event that comes before its
 * sender has settled proves that the mail service has the email.
 */
async function keep({ notices, now }: MailEventDeps, notice: Notice, delivery: Delivery): Promise<void> {
  const state = states[delivery] ?? (notice.state === 'CLAIMED' ? 'SENT' : notice.state);
  const entry = { ...notice, state, delivery, settledAt: now(), attempts: notice.attempts + 1 };
  if (!(await notices.saveNotice(entry, notice.attempts))) throw new Transient('The notice changed meanwhile.');
}

/** In each case that it was about; of a digest these are all of which it told something. */
async function noteAll(deps: MailEventDeps, notice: Notice, why: string): Promise<boolean> {
  const isGone = why === 'BOUNCED' || why === 'COMPLAINED';
  if (isGone && personIdIn(notice.to) !== undefined) return staffMailFailed(deps, notice, why);
  let isNoted = false;
  for (const one of toldBy(notice)) if (await note(deps, one, why)) isNoted = true;
  return isNoted;
}

/** Once for each notice and reason, also when the handling of an event died before this. True when this call wrote it. */
async function note(
  { cases, policy, now }: MailEventDeps,
  { id, reference }: Pick<Notice, 'id' | 'reference'>,
  why: string,
): Promise<boolean> {
  const moment = { now: now(), policyVersion: policy.version };
  const name = MAYBE_ARRIVED.includes(why) ? 'NOTICE_UNCERTAIN' : 'NOTICE_FAILED';
  const event = { event: name, by: MACHINE, notice: id, why } as const;
  // What tells an operator of a colleague has no case.
  if (!(await cases.readCase(reference))) return false;
  const { saved } = await changeCase(cases, reference, (current) =>
    current.unreached?.some((one) => one.notice === id && one.why === why) ? undefined : noted(current, moment, event),
  );
  return saved;
}

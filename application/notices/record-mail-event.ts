import * as z from 'zod';
import { noted } from '#domain/case/unreached.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, NoticeStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

/** An SES event as EventBridge brings it; of all it carries only the kind and our own two tags are read. */
const mailEventSchema = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.object({ reference: z.array(z.string()).min(1), noticeId: z.array(z.string()).min(1) }) }),
  }),
});

type Returned = 'BOUNCED' | 'COMPLAINED';

const states: ReadonlyMap<string, Returned> = new Map<string, Returned>(
  Object.entries({
    Bounce: 'BOUNCED',
    Reject: 'BOUNCED',
    Complaint: 'COMPLAINED',
  }),
);

interface MailEventDeps {
  readonly cases: CaseStore;
  readonly notices: NoticeStore;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/**
 * Writes what came back of an email into its ledger entry, and into the case's history so that people see it. An event
 * that arrives again, early or late, or for an unknown notice, changes nothing.
 */
export function recordMailEvent(deps: MailEventDeps): (event: unknown) => Promise<void> {
  return async (event) => {
    const { detail } = mailEventSchema.parse(event);
    const state = states.get(detail.eventType);
    const [reference = ''] = detail.mail.tags.reference;
    const [noticeId = ''] = detail.mail.tags.noticeId;
    const notice = state && (await deps.notices.readNotice(reference, noticeId));
    if (!notice) {
      deps.log.info('mail-event-without-effect', { reference, noticeId, kind: detail.eventType });
      return;
    }
    // A complaint means that the email did come, whatever was said of it: a late bounce does not take its place.
    if (notice.state !== state && notice.state !== 'COMPLAINED') await cameBack(deps, notice, state);
    // An alert to the duty mailbox has no case.
    if (notice.kind !== 'DUTY_ALERT') await note(deps, notice, state);
  };
}

/** One attempt more, so that a sender who settles late does not write over what came back. */
async function cameBack({ notices, now }: MailEventDeps, notice: Notice, state: Returned): Promise<void> {
  const entry = { ...notice, state, settledAt: now(), attempts: notice.attempts + 1 };
  if (!(await notices.saveNotice(entry, notice.attempts))) throw new Transient('The notice changed meanwhile.');
}

/** Once for each notice and kind of return, also when the handling of an event died before this. */
async function note({ cases, policy, now }: MailEventDeps, { id, reference }: Notice, why: Returned): Promise<void> {
  const moment = { now: now(), policyVersion: policy.version };
  const event = { event: 'NOTICE_FAILED', by: MACHINE, notice: id, why } as const;
  await changeCase(cases, reference, (current) =>
    current.unreached?.some((known) => known.notice === id && known.why === why)
      ? undefined
      : noted(current, moment, event),
  );
}

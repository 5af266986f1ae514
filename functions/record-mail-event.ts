import * as z from 'zod';
import { changed } from '#domain/case/change.ts';
import { Transient } from '#domain/errors.ts';
import type { Policy } from '#domain/policy.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, NoticeStore } from '#domain/ports/stores.ts';
import { changeCase } from './change-case.ts';

/** An SES event as EventBridge brings it; of all it carries only the kind and our own two tags are read. */
const mailEventSchema = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.object({ reference: z.array(z.string()).min(1), noticeId: z.array(z.string()).min(1) }) }),
  }),
});

const states: Record<string, 'BOUNCED' | 'COMPLAINED'> = {
  Bounce: 'BOUNCED',
  Reject: 'BOUNCED',
  Complaint: 'COMPLAINED',
};

/**
 * Writes what came back of an e-mail into its ledger entry, and into the case's history so that people see it. An event
 * that arrives twice, or for a notice that nobody knows, changes nothing.
 */
export function recordMailEvent(deps: {
  cases: CaseStore;
  notices: NoticeStore;
  policy: Policy;
  now: Now;
  log: Log;
}): (event: unknown) => Promise<void> {
  return async (event) => {
    const { detail } = mailEventSchema.parse(event);
    const state = states[detail.eventType];
    const [reference = ''] = detail.mail.tags.reference;
    const [noticeId = ''] = detail.mail.tags.noticeId;
    const notice = state && (await deps.notices.readNotice(reference, noticeId));
    if (!notice || notice.state === state) {
      deps.log.info('mail-event-without-effect', { reference, noticeId, kind: detail.eventType });
      return;
    }
    // One attempt more, so that a sender who settles late does not write over what came back.
    const entry = { ...notice, state, settledAt: deps.now(), attempts: notice.attempts + 1 };
    if (!(await deps.notices.saveNotice(entry, notice.attempts))) throw new Transient('The notice changed meanwhile.');
    // An alert to the duty mailbox has no case.
    if (notice.kind === 'DUTY_ALERT') return;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) =>
      changed(
        current,
        moment,
        { moveBy: current.moveBy },
        { event: 'NOTICE_FAILED', by: 'machine', detail: { notice: notice.kind, why: state } },
      ),
    );
  };
}

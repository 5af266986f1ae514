import { type Alarm, alarmId, senderOf } from '#domain/notices/alarm.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { Problem } from '#domain/problems/rules.ts';
import { declaresImmediateRisk } from '#domain/referral/emergency-call.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { accept, type SubmitDeps, type SubmitResult } from './accept-referral.ts';
import { type Submission, submissionSchema } from './submit-command.ts';
import { notUploaded } from './submitted-evidence.ts';

export type SubmitReferral = (submission: Submission) => Promise<SubmitResult>;

/**
 * Accepts a referral, or says everything that is wrong with it. Accepted means stored: the case is written before the
 * answer. Its workflow is owed from that write, so the sweeper makes good a start that fails.
 */
export function submitReferral(deps: SubmitDeps): SubmitReferral {
  return async (submission) => {
    const { caller, idempotencyKey, body, paperEntry, isSuspect, sentBy } = submissionSchema.parse(submission);
    const at = deps.now();
    if (declaresImmediateRisk(body, at)) {
      const sender = senderOf(body);
      await tellDuty(deps, { id: alarmId(caller, idempotencyKey, body), caller, at, ...(sender && { sender }) });
      return { kind: 'RISK' };
    }
    if (idempotencyKey === undefined) return { kind: 'KEY_MISSING' };
    const validated = validateReferral(body, paperEntry?.referralOn ?? londonDateOf(at));
    if (!validated.ok) return { kind: 'INVALID', problems: validated.problems };
    const unnamed = unnamedEvidence(validated.referral);
    if (unnamed.length > 0) return { kind: 'INVALID', problems: unnamed };
    return accept(deps, {
      caller,
      idempotencyKey,
      body,
      at,
      paperEntry,
      isSuspect,
      sentBy,
      referral: validated.referral,
    });
  };
}

/** Whatever fails here, who declared the risk must see the numbers to call, and never "try again later". */
async function tellDuty(deps: SubmitDeps, alarm: Alarm): Promise<void> {
  try {
    await deps.raiseAlarm(alarm);
  } catch (error) {
    deps.log.error('duty-not-told', { error: errorName(error) });
  }
}

function unnamedEvidence(referral: Referral): Problem[] {
  return referral.evidence.flatMap((item, index) => (item.evidenceId ? [] : [notUploaded(index)]));
}

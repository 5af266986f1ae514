import { isUnacknowledged } from '#domain/case/acknowledge.ts';
import type { Case } from '#domain/case/case.ts';
import { type TaskKind, taskKindSchema } from '#domain/case/codes.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { wakeOwed } from '#domain/case/run.ts';
import { taskOpened } from '#domain/case/task.ts';
import { taskKindAt, waitsForMeeting } from '#domain/case/waiting.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { questionMoments } from '#domain/notices/question-notices.ts';
import { referrers } from '#domain/notices/recipients.ts';
import { FromALaterRelease } from '#domain/problems/errors.ts';
import type { StepResult } from '#domain/process/run.ts';
import { mustReferral } from '#domain/referral/stored-body.ts';
import { readTeam } from '../access/read-team.ts';
import { answerStep } from '../answer-step.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import type { StepInput } from '../step-input.ts';
import { coverOfAsker } from './cover-of-asker.ts';
import { decidersToday } from './reassign-task.ts';

/**
 * The tasks that show that the parents agreed, that a person sent the referral, and that it is no duplicate. So the family is
 * told, once, that it has arrived.
 */
const familyKnows: readonly TaskKind[] = ['TRIAGE', 'REFERRER'];

/**
 * Parks the workflow with people: opens the task (or gives the open one its new token) and asks them by email. Where what
 * would be waited for has happened already, a wake-up is owed instead, so the workflow never waits for nothing.
 */
export function openTask(deps: StepDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, token = '', kind: asked = 'TRIAGE' }) => {
    const kind = mustKnow(asked);
    const { theCase: before, stored } = await readRecord(deps, referralId);
    const referral = mustReferral(stored);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const meetings = waitsForMeeting(before) ? (await readTeam(deps)()).meetings : undefined;
    const returnsTo = kind === 'TRIAGE' ? await coverOfAsker(deps, before) : undefined;
    const open = (current: Case, recipients: readonly string[] = []): Case =>
      taskKindAt(current.next) === kind
        ? taskOpened(current, moment, { kind, token, recipients, meetings, returnsTo }, deps.policy)
        : wakeOwed(current, moment, token);
    // People are asked first: who sees that the case waits for them finds the email there already.
    const asking = open(before);
    if (asking.task && !asking.task.decision) {
      // The check has an answer: where it is no question to the referrer, this is their first email.
      if (kind !== 'REFERRER' && isUnacknowledged(before)) await deps.sendNotices('RECEIVED', asking, referral);
      await deps.sendNotices('TASK_OPENED', asking, referral);
      if (familyKnows.includes(kind) && !before.reopened?.familyKnew)
        await deps.sendNotices('FAMILY_RECEIPT', asking, referral);
      for (const at of questionMoments(asking)) await deps.sendNotices(at, asking, referral);
    }
    // Read after the notices went, so someone who has left cannot open it and someone who has joined can.
    const recipients = kind === 'REFERRER' ? referrersOf(before, referral) : (await decidersToday(deps))(before);
    const { theCase } = await changeCase(deps.cases, referralId, (current) => open(current, recipients));
    return answerStep(deps)(theCase);
  };
}

/** A definition of a later release may ask for a task that only its functions can open. */
function mustKnow(kind: NonNullable<StepInput['kind']>): TaskKind {
  const known = taskKindSchema.safeParse(kind).data;
  if (known) return known;
  throw new FromALaterRelease('A task of a kind that this release does not know is to be opened.');
}

/** The codes of the referrers who are asked. They are resolved when the email is sent, also after a hand-over. */
function referrersOf(theCase: Case, referral: Addressees): string[] {
  return referrers({ referral: { ...referral, referrer: referrerOf(theCase, referral) } });
}

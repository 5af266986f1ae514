import type { Case, Task } from './case.ts';
import { changed, type Moment } from './change.ts';
import { restarted } from './receive.ts';

export interface Answer {
  readonly text: string;
  readonly evidence: readonly { evidenceId: string; type: string; title: string }[];
}

/**
 * The case once the referrer has answered: to the rules again where evidence was wanted, to people where they had asked.
 * The answer is kept; the workflow is owed a wake-up, or a new start where the case was parked.
 */
export function answered(theCase: Case, task: Task, moment: Moment, answer: Answer): Case {
  const toPeople = theCase.ask?.why === 'INFORMATION_REQUESTED';
  const next = changed(
    theCase,
    moment,
    {
      answers: [...theCase.answers, { at: moment.now, text: answer.text, evidence: [...answer.evidence] }],
      task: null,
      ...(toPeople
        ? ({ status: 'IN_TRIAGE', next: 'TRIAGE', outcome: null } as const)
        : ({ status: 'RECEIVED', next: 'CHECK' } as const)),
      outbox: task.token && !theCase.parked ? [{ kind: 'WAKE', token: task.token }] : [],
    },
    { event: 'REFERRER_ANSWERED', by: 'referrer', detail: { evidence: String(answer.evidence.length) } },
  );
  return theCase.parked ? restarted(next, moment, 'answer') : next;
}

/** The case when the referrer confirms that the parents agree to the other service seeing the referral. */
export function forwardingAgreed(theCase: Case, moment: Moment, by: string): Case {
  return changed(theCase, moment, { moveBy: theCase.moveBy }, { event: 'FORWARDING_AGREED', by });
}

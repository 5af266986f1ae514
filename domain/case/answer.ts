import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { isForPeople } from './asked-why.ts';
import type { Case, Task } from './case.ts';
import { applyChange } from './change.ts';
import { restarted } from './run.ts';

export interface Answer {
  readonly by: Actor;
  readonly text: string;
  readonly evidence: readonly Case['added'][number][];
}

/**
 * The case once the referrer has answered: to the rules again where evidence was wanted, to people where they had asked.
 * The answer is kept; the workflow is owed a wake-up, or a new start where the case was parked.
 */
export function answered(theCase: Case, task: Task, moment: Moment, answer: Answer): Case {
  const toPeople = isForPeople(theCase);
  const next = applyChange(
    theCase,
    moment,
    {
      answers: [...theCase.answers, { at: moment.now, text: answer.text, evidence: [...answer.evidence] }],
      added: [...theCase.added, ...answer.evidence],
      askedAgain: 'ANSWERED',
      task: null,
      ...(toPeople
        ? ({ status: 'IN_TRIAGE', next: 'TRIAGE', outcome: null } as const)
        : ({ status: 'RECEIVED', next: 'CHECK' } as const)),
      outbox: task.token && !theCase.parked ? [{ kind: 'WAKE', token: task.token }] : [],
    },
    { event: 'REFERRER_ANSWERED', by: answer.by, documents: answer.evidence.length },
  );
  return theCase.parked ? restarted(next, moment, MACHINE) : next;
}

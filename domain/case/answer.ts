import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { type AnsweredArea, withNewest } from './answered-areas.ts';
import { isForPeople } from './asked-why.ts';
import type { Case, Task } from './case.ts';
import { applyChange } from './change.ts';
import type { Given } from './given.ts';
import { restarted } from './run.ts';

export interface Answer {
  readonly by: Actor;
  readonly text: string;
  readonly evidence: readonly Case['added'][number][];
  readonly areas?: readonly AnsweredArea[] | undefined;
  /** Who gave it to a member of staff, and on which day; undefined where the referrer answered here. */
  readonly given?: Given | undefined;
}

/**
 * The case once the referrer has answered: to the rules again, which send it on to people and never stop it where people had
 * asked. The answer is kept; the workflow is owed a wake-up, or a new start where the case was parked.
 */
export function answered(theCase: Case, task: Task, moment: Moment, answer: Answer): Case {
  const { text, evidence, areas = [], given } = answer;
  const isBegun = isForPeople(theCase);
  const { newestAreas = [] } = theCase;
  const next = applyChange(
    theCase,
    moment,
    {
      answers: [
        ...theCase.answers,
        {
          ...{ at: moment.now, text, evidence: [...evidence] },
          ...(areas.length > 0 && { areas: [...areas] }),
          ...(given && { given: { ...given, by: answer.by } }),
        },
      ],
      added: [...theCase.added, ...evidence],
      ...(areas.length > 0 && { newestAreas: withNewest(newestAreas, areas, moment.now) }),
      askedAgain: 'ANSWERED',
      task: null,
      next: 'CHECK',
      ...(isBegun ? ({ status: 'IN_TRIAGE', outcome: null } as const) : ({ status: 'RECEIVED' } as const)),
      outbox: task.token && !theCase.parked ? [{ kind: 'WAKE', token: task.token }] : [],
    },
    {
      ...{ event: 'REFERRER_ANSWERED', by: answer.by, documents: evidence.length },
      ...(given && { givenOn: given.on, text: given.name }),
    },
  );
  return theCase.parked ? restarted(next, moment, MACHINE) : next;
}

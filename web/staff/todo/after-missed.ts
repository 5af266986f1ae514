import { assessmentOf } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { plainDate } from '#domain/values/dates.ts';
import { gateFaultWords, gateIn, gateView } from '../../components/closing-gate.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import {
  assessmentFaultWords,
  assessmentRefusalWords,
  goesOnChoices,
  missedInWords,
  afterMissedWords as words,
} from '../assessments/words.ts';
import type { StaffDeps } from '../deps.ts';

/** The visits that were missed, and why a person decides now. */
export function afterMissedView({ theCase }: { readonly theCase: Case }) {
  const { asked, missed } = assessmentOf(theCase);
  return {
    words,
    intro: asked?.why === 'SAFETY_FLAG' ? words.flagged : words.twice,
    missed: missed.map(({ on, why }) => `${plainDate(on)}: ${missedInWords(why)}`),
    choices: goesOnChoices,
    ...gateView(words.gateLead),
  };
}

export async function postAfterMissed(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { what = '', reason = '' } = fields;
  const result = await deps.decideAfterMissed(todo, { what, reason, gate: gateIn(fields) }, actorOf(person));
  if ('theCase' in result) return 'DONE';
  if ('problems' in result) return inCommandWords({ ...assessmentFaultWords, ...gateFaultWords }, result.problems);
  return result.refused === 'NOT_ASKED' ? 'ALREADY' : [assessmentRefusalWords[result.refused]];
}

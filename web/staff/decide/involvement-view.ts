import type { Decision } from '#domain/case/case.ts';
import { triageOutcomeSchema } from '#domain/case/codes.ts';
import { READ_BEFORE, readIn } from '#domain/case/involvement.ts';
import { actorCode } from '#domain/people/actor.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { DecidedTask } from '../../access/staff-task.ts';
import { involvementWords, readInWords } from './involvement-words.ts';

/** What is recorded of how someone decided, and a form to correct it for them alone; null for what an earlier release stored. */
export function involvementView({ decision, person }: Pick<DecidedTask, 'decision' | 'person'>) {
  const { involvement } = decision;
  if (!involvement) return null;
  const { against, corrected, read } = involvement;
  const words = involvementWords;
  const verdict = against === null ? words.NONE : against ? words.AGAINST : words.FOLLOWS;
  const now = readIn(involvement);
  return {
    words,
    rows: [
      { label: words.read, value: readInWords(read) || words.nothing },
      ...(corrected
        ? [{ label: words.corrected, value: `${readInWords(now) || words.nothing}. ${corrected.reason}` }]
        : []),
      // The checks suggest an outcome of triage only.
      ...(triageOutcomeSchema.safeParse(decision.outcome).success ? [{ label: words.against, value: verdict }] : []),
    ],
    isTheirs: isTheirs(decision, person),
    choices: READ_BEFORE.map((code) => ({ name: `read${code}`, label: words[code], checked: now.includes(code) })),
  };
}

function isTheirs({ by }: Decision, person: DecidedTask['person']): boolean {
  return actorCode(by) === actorCode(actorOf(person));
}

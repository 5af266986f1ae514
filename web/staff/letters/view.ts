import { type LetterToPrint, lettersToPrint } from '#application/todos/letters-to-print.ts';
import type { Case } from '#domain/case/case.ts';
import { cameBackNth } from '#domain/case/told.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Team } from '#domain/people/team.ts';
import type { Todo } from '#domain/people/todo.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { Support } from '#domain/support/support.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { letterFaultWords, lettersWords, postedChoices } from './words.ts';

/** What the letters of a TODO are made from. */
export interface LetterSources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Pick<Todo, 'why'>;
  /** What follows the list, where there is any: its offer is in the letter. */
  readonly support: Support | undefined;
  readonly family: Addressees;
  readonly team: Team;
}

/** The letters of a TODO as they may be posted now. */
export function lettersOf(deps: StaffDeps, { stored, ...about }: LetterSources): readonly LetterToPrint[] {
  return lettersToPrint(deps, { ...about, child: knownIn(stored).child || 'your child' });
}

/** What is to be posted to whom, and the form to enter that it was. */
export function lettersView(sources: LetterSources, deps: StaffDeps) {
  const letters = lettersOf(deps, sources).map((letter) => ({
    ...{ place: letter.place, to: letter.to, open: lettersWords.open(letter.to), isLargePrint: letter.isLargePrint },
    address: linesOf(letter.address),
  }));
  const lead = cameBackNth(sources.todo.why) ? lettersWords.again : lettersWords.lead;
  return { letters, lead, words: lettersWords, choices: postedChoices };
}

export async function postPosted(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { posted = '', words = '' } = fields;
  const result = await deps.postLetter(todo, actorOf(person), { posted, words, on: enteredOn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(letterFaultWords, result.problems, fields) : result.kind;
}

/** An address as it stands on an envelope: a line for each part. */
export function linesOf(address: string): readonly string[] {
  return address
    .split(/\n|,/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

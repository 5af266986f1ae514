import { mayAnswerOnPage } from '#application/todos/answer-family.ts';
import type { Case } from '#domain/case/case.ts';
import { isComplaint } from '#domain/case/complaint.ts';
import { askOfTodo } from '#domain/case/family-ask.ts';
import type { FamilyAsk } from '#domain/case/family-ask-shape.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { actorId, actorInWords } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { instantInWords } from '../../access/instants.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { askInWords } from '../../components/record/ask-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { adultNames } from '../safe-contact/view.ts';
import {
  answerFamilyFaultWords,
  familyBands,
  familyHows,
  upheldChoices,
  familyAnswerWords as words,
} from './family-words.ts';

interface Sources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Todo;
  readonly family: Addressees;
}

const leads: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CHANGED: words.changed,
    STOP: words.stop,
    DETAILS: words.details,
    LOOK_AGAIN: words.again,
    CALL_ME: words.call,
    COMPLAINT: words.complaint,
    DATA_COMPLAINT: words.dataComplaint,
  }),
);

/** What was told or asked, in the words of who did, and how it can be answered. */
export function familyView({ theCase, stored, todo, family }: Sources) {
  const ask = askOfTodo(theCase, todo.id);
  if (!ask || ask.answer) return { asked: '', words };
  const onPage = mayAnswerOnPage(ask, theCase, family);
  return {
    asked: words.said(whoSaid(ask, stored, family), askInWords(ask.what), instantInWords(ask.at)),
    entered: actorId(ask.by) === undefined ? '' : words.byStaff(actorInWords(ask.by)),
    lines: ask.words === '' ? [words.wordless] : ask.words.split('\n'),
    lead: leads.get(ask.what) ?? '',
    bands: ask.what === 'CHANGED' && theCase.list ? familyBands : ask.what === 'CHANGED' ? familyBands.slice(0, 1) : [],
    results: isComplaint(ask.what) ? upheldChoices : [],
    hows: onPage ? familyHows : familyHows.slice(1),
    words,
  };
}

function whoSaid({ place, from }: FamilyAsk, stored: StoredReferral, { family }: Addressees): string {
  if (place !== undefined) return words.adult(adultNames(stored, family.parents.length)[place] ?? words.family);
  return from === 'REFERRER' ? words.referrer : words.family;
}

export async function postFamily(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { band = '', how = '', words: typed = '', upheld = '' } = fields;
  const on = enteredOn(fields);
  const result = await deps.answerFamily(todo, actorOf(person), { band, how, words: typed, on, upheld });
  return result.kind === 'INVALID' ? inDatedWords(answerFamilyFaultWords, result.problems, fields) : result.kind;
}

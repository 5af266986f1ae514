import { waitChangeSchema, waitOfferSchema } from '#domain/lists/review-codes.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { choicesOf, selectedIn, waitChanges, waitOffers } from '../../components/record/review-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { reviewFaultWords, reviewWords } from './review-words.ts';

/** What a person is asked of a long wait. */
export function reviewView({ form }: { readonly form: FormFields }) {
  const choices = { changes: choicesOf(waitChanges, 'changes', form), offers: choicesOf(waitOffers, 'offering', form) };
  return { words: reviewWords, choices };
}

/** What a form says is offered while the family waits, and when they were told. */
export function offeringIn(form: FormFields) {
  const { offered = '' } = form;
  return { offering: selectedIn(waitOfferSchema.options, 'offering', form), offered, on: enteredOn(form) };
}

export async function postReview(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { changed = '' } = fields;
  const changes = selectedIn(waitChangeSchema.options, 'changes', fields);
  const result = await deps.reviewWait(todo, actorOf(person), { changes, changed, ...offeringIn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(reviewFaultWords, result.problems, fields) : result.kind;
}

import type { FormFields } from '../../../http/form-body.ts';
import { namesOf } from '../fields.ts';
import { countOf, type Step } from '../steps.ts';

/** Buttons that leave a page of questions, by their value, and the address below the draft where each leads. */
const ways = new Map([
  ['tasks', ''],
  ['keep', '/keep'],
]);

/** Where the pressed button leaves the page for, below the draft. Undefined for the button that goes on to the next page. */
export function leavesFor({ leave = '' }: FormFields): string | undefined {
  return ways.get(leave);
}

/** True when nothing was typed that is not already saved, so that leaving the page changes nothing. */
export function isUntouched({ page, index = 0, fields }: Step, answers: FormFields, typed: FormFields): boolean {
  const names = fields.flatMap(namesOf);
  const isNew = page.kind === 'list' && index >= countOf(answers, page.root);
  return names.every((name) => (typed[name] ?? '') === (isNew ? '' : (answers[name] ?? '')));
}

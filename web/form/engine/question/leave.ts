import type { FormFields } from '../../../http/form-body.ts';
import { namesOf } from '../fields.ts';
import type { Page } from '../page-types.ts';
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

/** True for a list that leads on after its first entry, and offers another on the page of each. */
export const leadsOn = (page: Page) => page.kind === 'list' && page.needsEntry === true && page.hasFiles !== true;

/** True when the pressed button asks for the page of one more entry. */
export function addsAnother({ page, index = 0 }: Step, { leave }: FormFields): boolean {
  return leave === 'another' && leadsOn(page) && page.kind === 'list' && index + 1 < page.most;
}

/** True for an entry that is not in its list yet. */
export function isNewEntry({ page, index = 0 }: Step, answers: FormFields): boolean {
  return page.kind === 'list' && index >= countOf(answers, page.root);
}

/** True when nothing was typed that is not already saved, so that leaving the page changes nothing. */
export function isUntouched(step: Step, answers: FormFields, typed: FormFields): boolean {
  const isNew = isNewEntry(step, answers);
  return step.fields.flatMap(namesOf).every((name) => (typed[name] ?? '') === (isNew ? '' : (answers[name] ?? '')));
}

import { outcomeInWords } from '../components/record/words.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page } from '../layout/page.ts';
import { NOT_RECORDED } from '../layout/refusals.ts';
import { notFound } from './staff-not-found.ts';
import { typedDecision } from './staff-typed.ts';

/** To a browser whose session has ended: nothing about any record, but everything that was typed, to be copied. */
export function sessionExpiredPage(deps: PageDeps, fields: FormFields): HttpResponse {
  const { outcome, ...typed } = typedDecision(fields);
  if (Object.values(typed).every((value) => value.trim() === '')) return notFound(deps);
  const data = { ...typed, outcome: outcome === '' ? '' : outcomeInWords(outcome) };
  return page(deps, { status: 404, template: 'access/staff-refused.njk', title: NOT_RECORDED, data });
}

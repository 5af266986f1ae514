import { outcomeInWords } from '../../components/record/words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { notFound } from '../not-found.ts';
import { typedDecision } from './typed.ts';

/** To a browser whose session has ended: nothing about any record, but everything that was typed, to be copied. */
export function sessionExpiredPage(deps: StaffDeps, fields: Readonly<Record<string, string>>): HttpResponse {
  const { outcome, ...typed } = typedDecision(fields);
  if (typed.reason.trim() === '' && typed.deciderName.trim() === '') return notFound(deps);
  const data = { ...typed, outcome: outcome === '' ? '' : outcomeInWords(outcome) };
  return page(deps, { status: 404, template: 'staff/decide/session-expired.njk', title: 'Nothing was recorded', data });
}

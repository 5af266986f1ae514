import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page } from '../layout/page.ts';
import { NOT_RECORDED } from '../layout/refusals.ts';
import { typedIn } from './referrer-typed.ts';

const UNOPENED = [
  'You opened this page too long ago, or it is not open in this browser any more.',
  'Open the link in our last email about this referral again. If it does not work, contact us.',
];

/**
 * A refusal of a form, with whatever was typed into it, to be copied. It says nothing about any record. Where nothing was
 * typed the refusal stays as it is.
 */
export function withTyped(
  deps: PageDeps,
  refusal: HttpResponse,
  fields: Readonly<Record<string, string>>,
  sentences: readonly string[] = UNOPENED,
): HttpResponse {
  const typed = typedIn(fields).map(({ label, words }) => ({ label, lines: words.split('\n') }));
  if (typed.length === 0) return refusal;
  const data = { sentences, typed };
  return page(deps, {
    status: refusal.status,
    template: 'access/referrer-refused.njk',
    title: NOT_RECORDED,
    data,
  });
}

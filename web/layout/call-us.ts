import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page } from './page.ts';

/** The heading of the one page behind every link of a case whose child has died. */
export const callUsTitle = (reference: string) => `Please call us about referral ${reference}`;

/** Where only a person is to answer: the number to call, and nothing about the referral. */
export function callUsPage(deps: PageDeps, reference: string): HttpResponse {
  return page(deps, { template: 'layout/call-us.njk', title: callUsTitle(reference) });
}

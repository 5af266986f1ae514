import type { Case } from '#domain/case/case.ts';
import { serviceNameOf, serviceWith } from '#domain/service/description/other-services.ts';
import type { ServiceDescription } from '#domain/service/description/schema.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';

/** `at` is missing while nothing is recorded. */
type Told = Omit<NonNullable<Case['lastDecision']>, 'at'> & { readonly at?: string };

/** What those outside read of a decision, in the words of who made it; null where these wrote none. Never its reason. */
export function toldInWords(told: Told | undefined, description: ServiceDescription) {
  const { at = '', message = '', service } = told ?? {};
  const name = serviceNameOf(service, description);
  if (message === '' && name === '') return null;
  const what = serviceWith(service?.code, description)?.what ?? '';
  return { on: at === '' ? '' : plainDate(londonDateOf(at)), message, service: name === '' ? null : { name, what } };
}

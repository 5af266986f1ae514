import { venueFactChoices, venueFactSchema } from '#domain/values/venue-facts.ts';
import type { FormFields } from '../../http/form-body.ts';

export const venueFactWords = {
  question: 'What does the place have? (optional)',
  hint: 'Letters and pages for families say it. Select only what is certain',
} as const;

const nameOf = (fact: string) => `facts-${fact}`;

/** What a form says that a place has: a checkbox a fact. Without any, nothing is said of it. */
export function venueFactsTyped(fields: Partial<FormFields>) {
  const facts = venueFactSchema.options.filter((fact) => fields[nameOf(fact)] !== undefined);
  return facts.length === 0 ? {} : { facts };
}

/** The checkboxes of a form, with those that are selected in it. */
export function venueFactsOf(form: Partial<FormFields>) {
  return venueFactChoices.map(({ value, label }) => ({
    value,
    label: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`,
    isTheirs: form[nameOf(value)] !== undefined,
  }));
}

/** What is saved of a place, as its form has it. */
export function venueFactFields(facts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [nameOf(fact), 'yes']));
}

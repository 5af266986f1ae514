import { areaSchema } from '#domain/referral/codes.ts';
import { codeInWords } from '../components/record/words.ts';
import type { FormFields } from '../http/form-body.ts';

export interface TypedFields {
  readonly label: string;
  readonly words: string;
}

const labels = new Map([
  ['text', 'Your answer'],
  ['reason', 'Why you are withdrawing it'],
  ['name', 'Name of your colleague'],
  ['role', 'Their role'],
  ['email', 'Their work email address'],
  ...areaSchema.options.flatMap((area): [string, string][] => [
    [`development.${area}.age`, `${codeInWords(area)}, age in months`],
    [`development.${area}.score`, `${codeInWords(area)}, score`],
    [`development.${area}.cutOff`, `${codeInWords(area)}, cut-off`],
  ]),
]);

/** What a person wrote into a form of these pages, so that no refusal loses it; its hidden fields and choices are not. */
export function typedIn(fields: FormFields): TypedFields[] {
  return Object.entries(fields).flatMap(([field, words]) => {
    const label = field.startsWith('title-') ? 'Title of a document' : labels.get(field);
    return label === undefined || words.trim() === '' ? [] : [{ label, words: words.trim() }];
  });
}

import * as z from 'zod';
import { schemaAt } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { pathKeys } from '#domain/values/path-text.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { Option } from './fields.ts';

/** The codes of the schema at a path, as choices. `labels` replaces words that the code would give. */
export function optionsAt(path: string, labels: Readonly<Record<string, string>> = {}): Option[] {
  const end = schemaAt(referralSchema, pathKeys(path));
  if (!(end instanceof z.ZodEnum)) throw new Error(`The schema gives no choices at ${path}.`);
  return options(end.options.map(String), labels);
}

/** Codes as choices. `labels` replaces words that a code would give. */
export function options(codes: readonly string[], labels: Readonly<Record<string, string>> = {}): Option[] {
  return codes.map((value) => ({ value, label: labels[value] ?? codeInWords(value) }));
}

import * as z from 'zod';
import { areaSchema, evidenceTypeSchema } from '#domain/referral/codes.ts';
import type { TypedDate } from '../../components/typed-date.ts';

const typed = z
  .string()
  .default('')
  .transform((text) => text.trim().slice(0, 20));
const named = <Name extends string>(names: readonly Name[], prefix: string) =>
  Object.fromEntries(names.map((name) => [`${prefix}-${name}`, typed]));

export const areas = areaSchema.options;
export const evidenceKinds = evidenceTypeSchema.options;

const formSchema = z.object({
  ...named(['dob-day', 'dob-month', 'dob-year', 'assessed-day', 'assessed-month', 'assessed-year'], 'on'),
  ...named(areas, 'age'),
  ...named(evidenceKinds, 'evidence'),
  ...named(['gestation', 'otherHours', 'settingHours'], 'number'),
  ...named(['agrees', 'aims', 'available'], 'answer'),
});

/** Everything on the form as it was typed, by the name of its field; a field that did not come is empty. */
export type CheckForm = z.infer<typeof formSchema>;

export function readCheckForm(fields: unknown): CheckForm {
  return formSchema.parse(fields);
}

/** The form as it is first shown. */
export const blankForm = (): CheckForm => readCheckForm({});

export function dateIn(form: CheckForm, name: 'dob' | 'assessed'): TypedDate {
  const part = (of: string) => form[`on-${name}-${of}`] ?? '';
  return { day: part('day'), month: part('month'), year: part('year') };
}

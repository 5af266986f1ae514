import type { Field } from '../../../form/engine/fields.ts';
import { assessedOnField, givesField, toolField, toolNameField } from '../../../form/pages/development/tool.ts';
import type { FormFields } from '../../../http/form-body.ts';

const without = (field: Field, code: string): Field => ({
  ...field,
  options: (field.options ?? []).filter(({ value }) => value !== code),
});

/** The questions of the form about the assessment, without the answers that give neither ages nor scores. */
export const toolFields: readonly Field[] = [
  without(toolField, 'NONE'),
  toolNameField,
  without(givesField, 'WORDS'),
  assessedOnField,
];

const isOfAreas = (name: string) => name.startsWith('development.');

/** What was typed of ages and scores. */
export const areaFieldsIn = (fields: FormFields): FormFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isOfAreas(name)));

/** Everything else that was typed. */
export const withoutAreas = (fields: FormFields): FormFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !isOfAreas(name)));

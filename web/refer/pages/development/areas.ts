import { type Area, areaSchema } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../record/words.ts';
import type { Field } from '../../fields.ts';
import { delayNotes } from '../../notes.ts';
import type { QuestionPage } from '../../page-types.ts';
import { NO_TOOL } from './tool.ts';

export const ageField = (area: Area): Field => ({
  kind: 'number',
  path: `development.${area}.age`,
  label: codeInWords(area),
  width: 4,
});
export const scoreField = (area: Area): Field => ({
  kind: 'number',
  path: `development.${area}.score`,
  label: `${codeInWords(area)}: score`,
  width: 4,
});
export const cutOffField = (area: Area): Field => ({
  kind: 'number',
  path: `development.${area}.cutOff`,
  label: `${codeInWords(area)}: cut-off`,
  width: 4,
});

const common = { kind: 'questions', section: 'Development' } as const;

export const ages: QuestionPage = {
  ...common,
  path: 'ages',
  title: 'Developmental age in each area',
  lead: ['In months, such as 9 or 10.5. Leave an area empty when it was not assessed.'],
  fields: areaSchema.options.map(ageField),
  applies: (answers) => hasTool(answers) && answers['development.gives'] !== 'SCORES',
  notes: delayNotes,
};

export const scores: QuestionPage = {
  ...common,
  path: 'scores',
  title: 'Score and cut-off in each area',
  lead: ['Leave an area empty when it was not assessed.'],
  fields: areaSchema.options.flatMap((area) => [scoreField(area), cutOffField(area)]),
  applies: (answers) => hasTool(answers) && answers['development.gives'] === 'SCORES',
  notes: delayNotes,
};

function hasTool(answers: Readonly<Record<string, string>>): boolean {
  const chosen = answers['development.tool'] ?? '';
  return chosen !== '' && chosen !== NO_TOOL;
}

import type { Answers, Field } from '../../engine/fields.ts';
import { options } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

const tools = ['SOGS', 'ASQ3', 'BAYLEY', 'GRIFFITHS', 'DEVELOPMENTAL_JOURNAL', 'OTHER', 'UNSTATED', 'NONE'];
const labels = {
  SOGS: 'Schedule of Growing Skills (SOGS)',
  ASQ3: 'Ages and Stages Questionnaire (ASQ-3)',
  BAYLEY: 'Bayley Scales',
  GRIFFITHS: 'Griffiths Scales',
  OTHER: 'Another tool',
  UNSTATED: 'A letter or report gives ages or scores, and names no tool',
  NONE: 'None: nothing gives an age or a score for each area',
};

/** The tools that have a choice of their own. */
export const knownTools: readonly string[] = tools.filter((code) => code !== 'NONE');

export const toolField: Field = {
  kind: 'choice',
  path: 'development.tool',
  label: 'Which tool was used?',
  options: options(tools, labels),
};
export const toolNameField: Field = {
  kind: 'text',
  path: 'development.toolName',
  label: 'What is the other tool called?',
  hint: 'Only if you chose “Another tool”.',
  when: { name: 'development.tool', is: 'OTHER' },
};
export const givesField: Field = {
  kind: 'choice',
  path: 'development.gives',
  label: 'What does its record give for each area?',
  hint: 'Nobody needs to work out an age that the record does not give.',
  options: [
    { value: 'AGES', label: 'A developmental age in months, as SOGS does' },
    { value: 'SCORES', label: 'No developmental age: a score and a cut-off, as ASQ-3 does' },
    { value: 'BOTH', label: 'Both a developmental age and a score' },
    { value: 'WORDS', label: 'No developmental age and no score: it describes the child in words' },
  ],
};
export const assessedOnField: Field = {
  kind: 'date',
  path: 'development.assessedOn',
  label: 'When was the assessment?',
  hint: 'If areas were assessed on different days, give the day of most of them here, and the others on the next page.',
};

export const tool: QuestionPage = {
  kind: 'questions',
  path: 'tool',
  section: 'Development',
  title: 'How was development assessed?',
  lead: ['If nothing gives an age or a score, answer the first question only.'],
  fields: [toolField, toolNameField, givesField, assessedOnField],
  isNeeded: true,
  codec: { parse: () => [], format: () => ({}) },
};

/** Which boxes each area has. Nothing is asked of a record that only describes; ASQ-3 gives scores unless it is said otherwise. */
export function givenIn(answers: Answers): { readonly ages: boolean; readonly scores: boolean } {
  const chosen = answers[toolField.path] ?? '';
  const gives = answers[givesField.path] || (chosen === 'ASQ3' ? 'SCORES' : 'AGES');
  if (chosen === '' || chosen === 'NONE') return { ages: false, scores: false };
  return { ages: gives === 'AGES' || gives === 'BOTH', scores: gives === 'SCORES' || gives === 'BOTH' };
}

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
  UNSTATED: 'A letter or report that does not name a tool',
  NONE: 'None, because there is no age or score for each area',
};

/** The tools that the form offers by name. */
export const knownTools: readonly string[] = tools.filter((code) => code !== 'NONE');

export const toolField: Field = {
  kind: 'choice',
  path: 'development.tool',
  called: 'which tool was used',
  label: 'Which tool was used?',
  options: options(tools, labels),
};
export const toolNameField: Field = {
  kind: 'text',
  path: 'development.toolName',
  called: 'the name of the other tool',
  label: 'What is the other tool called?',
  hint: 'If you selected “Another tool”',
  when: { name: 'development.tool', is: 'OTHER' },
};
export const givesField: Field = {
  kind: 'choice',
  path: 'development.gives',
  called: 'what the record gives for each area',
  label: 'What does the record give for each area?',
  hint: 'You do not need to work out an age yourself',
  options: [
    { value: 'AGES', label: 'A developmental age in months, like SOGS' },
    { value: 'SCORES', label: 'A score and a cut-off, like ASQ-3' },
    { value: 'BOTH', label: 'A developmental age and a score' },
    { value: 'WORDS', label: 'A description in words only' },
  ],
};
export const assessedOnField: Field = {
  kind: 'date',
  path: 'development.assessedOn',
  called: 'the date of the assessment',
  label: 'When was the assessment?',
  hint: 'Enter the day for most areas. You can enter other days on the next page',
};

export const tool: QuestionPage = {
  kind: 'questions',
  path: 'tool',
  section: 'Development',
  title: 'How was development assessed?',
  lead: ['If there is no age or score, only answer the first question.'],
  fields: [toolField, toolNameField, givesField, assessedOnField],
  isNeeded: true,
  codec: { parse: () => [], format: () => ({}) },
};

/** Which boxes each area has: none for a description in words. ASQ-3 means scores unless the answer says otherwise. */
export function givenIn(answers: Answers): { readonly ages: boolean; readonly scores: boolean } {
  const chosen = answers[toolField.path] ?? '';
  const gives = answers[givesField.path] || (chosen === 'ASQ3' ? 'SCORES' : 'AGES');
  if (chosen === '' || chosen === 'NONE') return { ages: false, scores: false };
  return { ages: gives === 'AGES' || gives === 'BOTH', scores: gives === 'SCORES' || gives === 'BOTH' };
}

import { options } from '../../options.ts';
import type { QuestionPage } from '../../page-types.ts';

const tools = ['SOGS', 'ASQ3', 'BAYLEY', 'GRIFFITHS', 'DEVELOPMENTAL_JOURNAL', 'OTHER', 'NONE'];
const labels = {
  SOGS: 'Schedule of Growing Skills (SOGS)',
  ASQ3: 'Ages and Stages Questionnaire (ASQ-3)',
  BAYLEY: 'Bayley Scales',
  GRIFFITHS: 'Griffiths',
  OTHER: 'Another tool',
  NONE: 'None: there are letters or reports only',
};

export const NO_TOOL = 'NONE';

export const tool: QuestionPage = {
  kind: 'questions',
  path: 'tool',
  section: 'Development',
  title: 'How was development assessed?',
  fields: [
    { kind: 'choice', path: 'development.tool', label: 'Which tool was used?', options: options(tools, labels) },
    {
      kind: 'choice',
      path: 'development.gives',
      label: 'What does its record give for each area?',
      hint: 'Leave this out when no tool was used. Nobody needs to work out an age that the record does not give.',
      options: [
        { value: 'AGES', label: 'A developmental age in months' },
        { value: 'SCORES', label: 'This gives no developmental age: a score and a cut-off' },
      ],
    },
    {
      kind: 'date',
      path: 'development.assessedOn',
      label: 'When was the assessment?',
      hint: 'Leave this out when no tool was used.',
    },
  ],
};

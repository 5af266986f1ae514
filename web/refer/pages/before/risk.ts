import { riskNotes } from '../../notes.ts';
import type { QuestionPage } from '../../page-types.ts';

const when = { name: 'immediateRisk', is: 'yes' } as const;

export const risk: QuestionPage = {
  kind: 'questions',
  path: 'risk',
  section: 'Before you start',
  title: 'Is the child safe?',
  lead: ['If a child is in danger now, do not wait for a form. It calls nobody.'],
  showsEmergency: true,
  fields: [
    { kind: 'yes-no', path: 'immediateRisk', label: 'Is the child at immediate risk of harm?' },
    {
      kind: 'moment',
      path: 'emergencyCallMadeAt',
      when,
      hint: 'Only if the child is at risk. The day, and the time as hours and minutes such as 14:05.',
    },
    { kind: 'text', path: 'emergencyCallMadeBy', when, hint: 'Only if the child is at risk. First and last name.' },
  ],
  notes: riskNotes,
};

import { riskNotes } from '../../engine/notes.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const risk: QuestionPage = {
  kind: 'questions',
  path: 'risk',
  section: 'Before you start',
  title: 'Immediate risk',
  showsEmergency: true,
  fields: [
    {
      kind: 'yes-no',
      path: 'immediateRisk',
      called: 'the child is at immediate risk of harm',
      label: 'Is the child at immediate risk of harm?',
    },
  ],
  notes: riskNotes,
};

import { riskNotes } from '../../engine/notes.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const risk: QuestionPage = {
  kind: 'questions',
  path: 'risk',
  section: 'Before you start',
  title: 'Is the child safe?',
  lead: ['If a child is in danger now, do not wait for a form. It calls nobody.'],
  showsEmergency: true,
  fields: [{ kind: 'yes-no', path: 'immediateRisk', label: 'Is the child at immediate risk of harm?' }],
  notes: riskNotes,
};

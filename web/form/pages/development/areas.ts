import { areaSchema } from '#domain/referral/codes.ts';
import { delayNotes } from '../../engine/notes.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { areaFields } from './area-fields.ts';
import { AREAS_LEAD, AREAS_TITLE, askedAreas } from './asked-areas.ts';
import { development } from './codec.ts';
import { givenIn } from './tool.ts';

export const ages: QuestionPage = {
  kind: 'questions',
  path: 'ages',
  section: 'Development',
  title: AREAS_TITLE,
  lead: [AREAS_LEAD],
  fields: areaSchema.options.flatMap((area) => Object.values(areaFields(area))),
  fieldsFor: askedAreas,
  codec: development,
  applies: (answers) => givenIn(answers).ages || givenIn(answers).scores,
  notes: delayNotes,
};

import { areaSchema } from '#domain/referral/codes.ts';
import { type Answers, type Field, namesOf } from '../../engine/fields.ts';
import { areaFields } from './area-fields.ts';
import { areasOf } from './area-names.ts';
import { givenIn, toolField } from './tool.ts';

export const AREAS_TITLE = 'Development in each area';
export const AREAS_LEAD = 'Leave an area blank if it was not assessed. We will show it as “Not assessed”.';

/** The areas of the tool, and any other area with an answer, so that no answer that counts is hidden. */
export function askedAreas(answers: Answers): Field[] {
  const tool = answers[toolField.path];
  const given = givenIn(answers);
  const offered = areasOf(tool);
  const boxes = areaSchema.options.flatMap((area) => {
    const { age, score, cutOff, on } = areaFields(area, tool);
    const own = [
      ...(given.ages ? [{ ...age, ...(given.scores && { label: `${age.label} age` }) }] : []),
      ...(given.scores ? [score, cutOff] : []),
    ];
    const isFilled = own.flatMap(namesOf).some((name) => (answers[name] ?? '') !== '');
    return offered.includes(area) || isFilled ? [{ own, on }] : [];
  });
  return [...boxes.flatMap(({ own }) => own), ...boxes.map(({ on }) => on)];
}

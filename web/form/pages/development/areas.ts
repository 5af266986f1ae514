import { type Area, areaSchema } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../components/record/words.ts';
import { type Field, namesOf } from '../../engine/fields.ts';
import { delayNotes } from '../../engine/notes.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import type { Answers } from '../../engine/read-answers.ts';
import { areaName, areasOf } from './area-names.ts';
import { givenIn, toolField } from './tool.ts';

/** What is asked of one area, in the words of the tool. */
export function areaFields(area: Area, tool?: string) {
  const name = areaName(area, tool);
  const filed = name === codeInWords(area) ? {} : { hint: `We file it under “${codeInWords(area)}”.` };
  const box = { kind: 'number', width: 4 } as const;
  return {
    age: { ...box, path: `development.${area}.age`, label: name, suffix: 'months', blank: 'Not assessed', ...filed },
    score: { ...box, path: `development.${area}.score`, label: `${name}: score`, blank: 'Not assessed', ...filed },
    cutOff: { ...box, path: `development.${area}.cutOff`, label: `${name}: cut-off` },
    on: {
      kind: 'date',
      path: `development.${area}.on`,
      label: `${name}: assessed on (optional)`,
      tucked: 'Some areas were assessed on another day',
    },
  } as const satisfies Record<string, Field>;
}

export const ages: QuestionPage = {
  kind: 'questions',
  path: 'ages',
  section: 'Development',
  title: 'Development in each area',
  lead: ['Leave an area empty if it was not assessed. We show it as “Not assessed”, never as no delay.'],
  fields: areaSchema.options.flatMap((area) => Object.values(areaFields(area))),
  fieldsFor: askedIn,
  applies: (answers) => givenIn(answers).ages || givenIn(answers).scores,
  notes: delayNotes,
};

/** The areas of the tool, and any other that was filled in before, so that nothing that counts is out of sight. */
function askedIn(answers: Answers): Field[] {
  const tool = answers[toolField.path];
  const given = givenIn(answers);
  const offered = areasOf(tool);
  const boxes = areaSchema.options.flatMap((area) => {
    const { age, score, cutOff, on } = areaFields(area, tool);
    const own = [
      ...(given.ages ? [{ ...age, ...(given.scores && { label: `${age.label}: age` }) }] : []),
      ...(given.scores ? [score, cutOff] : []),
    ];
    const isFilled = own.flatMap(namesOf).some((name) => (answers[name] ?? '') !== '');
    return offered.includes(area) || isFilled ? [{ own, on }] : [];
  });
  return [...boxes.flatMap(({ own }) => own), ...boxes.map(({ on }) => on)];
}

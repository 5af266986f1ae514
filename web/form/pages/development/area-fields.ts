import type { Area } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../components/record/words.ts';
import type { Field } from '../../engine/fields.ts';
import { areaName } from './area-names.ts';

/** The questions about one area, with the name that the tool gives it. */
export function areaFields(area: Area, tool?: string) {
  const name = areaName(area, tool);
  const of = `for ${name.toLowerCase()}`;
  const filed = name === codeInWords(area) ? {} : { hint: `We record this as “${codeInWords(area)}”` };
  const box = { kind: 'number', width: 4 } as const;
  return {
    age: {
      ...box,
      path: `development.${area}.age`,
      called: `the developmental age ${of}`,
      label: name,
      suffix: 'months',
      unit: 'months',
      blank: 'Not assessed',
      ...filed,
    },
    score: {
      ...box,
      path: `development.${area}.score`,
      called: `the score ${of}`,
      label: `${name} score`,
      blank: 'Not assessed',
      ...filed,
    },
    cutOff: { ...box, path: `development.${area}.cutOff`, called: `the cut-off ${of}`, label: `${name} cut-off` },
    on: {
      kind: 'date',
      path: `development.${area}.on`,
      called: `the date of the assessment ${of}`,
      label: `${name} assessed on (optional)`,
      tucked: 'Some areas were assessed on another day',
    },
  } as const satisfies Record<string, Field>;
}

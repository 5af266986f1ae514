import type { Case } from '#domain/case/case.ts';
import { plainDate } from '#domain/values/dates.ts';
import { pathwayInWords } from '../../components/record/words.ts';

export const chartWords = {
  title: 'Developmental age and age in months, by area. The table below has the same numbers.',
  legend:
    'Ages in months. The wide bar is the age when assessed, the dark bar the developmental age. If the dark bar does not pass the dashed line, the area meets the criterion.',
} as const;

/** What a record says of a child who came with a present list, before anything else: what no one has asked yet. */
export function fromListInWords({ sessionsHad, ended }: NonNullable<Case['imported']>): string {
  const sessions = sessionsHad === 1 ? '1 session' : `${sessionsHad} sessions`;
  return [
    `This child came with a list from a spreadsheet, and had ${sessions} before.`,
    ...(ended ? [`Support ended on ${plainDate(ended.on)}: ${pathwayInWords(ended.had)}.`] : []),
    'The list does not say where the child lives, who may be contacted safely, who has parental responsibility or who sent the referral.',
    'Ask the family and record it.',
  ].join(' ');
}

import { type Area, areaSchema, sogsAreas } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../components/record/words.ts';

/** The 5 areas of ASQ-3 by their names on its record, each under the area that we store. */
const asq3: Partial<Record<Area, string>> = {
  speech_and_language: 'Communication',
  locomotor: 'Gross motor',
  manipulative: 'Fine motor',
  cognitive: 'Problem solving',
  interactive_social: 'Personal-social',
};

/** The areas that a tool assesses. */
export function areasOf(tool: unknown): readonly Area[] {
  if (tool === 'SOGS') return sogsAreas;
  return tool === 'ASQ3' ? areaSchema.options.filter((area) => area in asq3) : areaSchema.options;
}

/** The name of an area on the record of a tool. */
export function areaName(area: Area, tool: unknown): string {
  return (tool === 'ASQ3' ? asq3[area] : undefined) ?? codeInWords(area);
}

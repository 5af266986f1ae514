import { type Area, areaSchema, sogsAreas } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../components/record/words.ts';

/** The five areas of ASQ-3 by the names on its record, each at the area under which we file it. */
const asq3: Partial<Record<Area, string>> = {
  speech_and_language: 'Communication',
  locomotor: 'Gross motor',
  manipulative: 'Fine motor',
  cognitive: 'Problem solving',
  interactive_social: 'Personal-social',
};

/** The areas that the record of a tool has. */
export function areasOf(tool: unknown): readonly Area[] {
  if (tool === 'SOGS') return sogsAreas;
  return tool === 'ASQ3' ? areaSchema.options.filter((area) => area in asq3) : areaSchema.options;
}

/** An area as the record of the tool calls it. */
export function areaName(area: Area, tool: unknown): string {
  return (tool === 'ASQ3' ? asq3[area] : undefined) ?? codeInWords(area);
}

import type { Area } from '#domain/referral/codes.ts';
import type { AreaResult } from '#domain/rules/delay-areas.ts';
import { codeInWords } from './words.ts';

/** The question behind each age that may have been mistyped. */
export const IS_THAT_RIGHT = 'Is that right?';

type Ages = Pick<AreaResult, 'area' | 'developmentalAgeMonths' | 'chronologicalAgeMonths'>;

/** Asks about each area with a developmental age above the child's own. A child may be ahead, but a slip is likelier. */
export function aboveAge(areas: readonly Ages[], nameOf: (area: Area) => string = codeInWords): string[] {
  return areas.flatMap(({ area, developmentalAgeMonths: skills, chronologicalAgeMonths: own }) =>
    skills > own
      ? [`${nameOf(area)} at ${skills} months is above the child’s own age, ${own} months. ${IS_THAT_RIGHT}`]
      : [],
  );
}

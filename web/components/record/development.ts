import * as z from 'zod';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { delayInWords } from '#domain/rules/delay-words.ts';
import { plainDate } from '#domain/values/dates.ts';
import { codeInWords } from './words.ts';

const areasSchema = z.array(
  z.object({
    area: z.string(),
    chronologicalAgeMonths: z.number(),
    delayPercent: z.number().nullable(),
    meets: z.boolean(),
  }),
);

export interface AreaRow {
  readonly area: string;
  readonly developmentalAge: string;
  readonly delay: string;
  readonly meets: boolean;
  readonly how: string;
}

/**
 * Each assessed area, with the age and the delay that the check worked out. No number is rounded onto half of another: ages
 * stand as they were typed and stored.
 */
export function developmentOf(referral: Referral, check: StoredCheck | undefined, share: string): AreaRow[] {
  const computed = areasSchema.safeParse(check?.computed.areas);
  return referral.assessments.map((assessment) => {
    const { area, developmentalAgeMonths, score, cutOff, tool, toolName, assessedOn } = assessment;
    const worked = computed.success ? computed.data.find((known) => known.area === area) : undefined;
    const scored =
      score === undefined ? 'not scored' : `score ${score}${cutOff === undefined ? '' : `, cut-off ${cutOff}`}`;
    return {
      area: codeInWords(area),
      developmentalAge:
        developmentalAgeMonths === undefined
          ? scored
          : `${developmentalAgeMonths}${worked ? ` of ${worked.chronologicalAgeMonths}` : ''} months`,
      delay: worked ? delayInWords(worked, share) : '',
      meets: worked?.meets ?? false,
      how: `${toolName ?? codeInWords(tool)}, ${plainDate(assessedOn)}`,
    };
  });
}

import * as z from 'zod';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Referral } from '#domain/referral/schema.ts';
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

/** Each assessed area, with the age and the delay that the check worked out. */
export function developmentOf(referral: Referral, check: StoredCheck | undefined): AreaRow[] {
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
          : `${short(developmentalAgeMonths)}${worked ? ` of ${short(worked.chronologicalAgeMonths)}` : ''} months`,
      delay: delayInWords(worked?.delayPercent ?? null),
      meets: worked?.meets ?? false,
      how: `${toolName ?? codeInWords(tool)}, ${plainDate(assessedOn)}`,
    };
  });
}

function short(months: number): string {
  return String(Number(months.toFixed(1)));
}

function delayInWords(percent: number | null): string {
  if (percent === null) return '';
  return percent <= 0 ? 'none' : `${Math.round(percent)}%`;
}

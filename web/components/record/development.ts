import * as z from 'zod';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { shareInWords } from '#domain/notices/words.ts';
import { sogsAreas } from '#domain/referral/codes.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { delayInWords, isNearMiss } from '#domain/rules/delay-words.ts';
import { plainDate } from '#domain/values/dates.ts';
import { codeInWords } from './words.ts';

export const NOT_ASSESSED = 'Not assessed';

const areasSchema = z.array(
  z.object({
    area: z.string(),
    chronologicalAgeMonths: z.number(),
    delayPercent: z.number().nullable(),
    meets: z.boolean(),
    correctedAgeMonths: z.number().optional(),
    meetsCorrected: z.boolean().optional(),
  }),
);

export interface AreaRow {
  readonly area: string;
  readonly developmentalAge: string;
  readonly delay: string;
  readonly meets: boolean;
  /** Close to the criterion without meeting it. */
  readonly isNear: boolean;
  readonly isAssessed: boolean;
  /** What the age counted from the due date changes, of a child who was born early; else blank. */
  readonly corrected: string;
  readonly how: string;
  /** Both ages in months, where the check compared them. */
  readonly ages?: { readonly skills: number; readonly age: number };
}

/**
 * Each assessed area, then each other of the nine that no one assessed, with the age and the delay that the check worked out. No number is rounded onto half of another: ages
 * stand as they were typed and stored.
 */
export function developmentOf(referral: Referral, check: StoredCheck | undefined, share: string): AreaRow[] {
  const computed = areasSchema.safeParse(check?.computed.areas);
  const assessed = referral.assessments.map((assessment): AreaRow => {
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
      isNear: worked ? isNearMiss(worked, share) : false,
      isAssessed: true,
      corrected: correctedInWords(worked, share),
      how: `${toolName ?? codeInWords(tool)}, ${plainDate(assessedOn)}`,
      ...(worked && developmentalAgeMonths !== undefined
        ? { ages: { skills: developmentalAgeMonths, age: worked.chronologicalAgeMonths } }
        : {}),
    };
  });
  const left = sogsAreas.filter((area) => referral.assessments.every((one) => one.area !== area));
  return [...assessed, ...left.map((area) => ({ ...notAssessed, area: codeInWords(area) }))];
}

const notAssessed = {
  ...{ developmentalAge: NOT_ASSESSED, delay: '', meets: false, isNear: false },
  ...{ isAssessed: false, corrected: '', how: '' },
};

type Worked = z.infer<typeof areasSchema>[number];

function correctedInWords(worked: Worked | undefined, share: string): string {
  if (worked?.correctedAgeMonths === undefined) return '';
  const counts = worked.meetsCorrected ? `${shareInWords(share)} or more` : `under ${shareInWords(share)}`;
  return `By the corrected age of ${worked.correctedAgeMonths} months: ${counts}`;
}

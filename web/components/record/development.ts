import * as z from 'zod';
import { assessmentsNow, type NewestArea } from '#domain/case/answered-areas.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { shareInWords } from '#domain/notices/words.ts';
import { sogsAreas } from '#domain/referral/codes.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { delayInWords, isNearMiss } from '#domain/rules/delay-words.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { givenInWords, resultInWords } from './answers.ts';
import { codeInWords } from './words.ts';

/** What the referrer answered since, and who recorded what was not answered by their link. */
type Answered = Partial<Pick<Case, 'newestAreas' | 'answers'>>;

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
  /** When the referrer answered it, and what the referral says; else blank. */
  readonly answered: string;
  /** Both ages in months, where the check compared them. */
  readonly ages?: { readonly skills: number; readonly age: number };
}

/**
 * Each assessed area, then each other of the nine that no one assessed, with the age and the delay that the check worked out.
 * No number is rounded onto half of another: ages stand as they were typed and stored. An area that the referrer answered
 * since says so, and has no delay until a check has seen it.
 */
export function developmentOf(
  referral: Referral,
  check: StoredCheck | undefined,
  share: string,
  { newestAreas: newest = [], answers = [] }: Answered = {},
): AreaRow[] {
  const computed = areasSchema.safeParse(check?.computed.areas);
  const assessed = assessmentsNow(referral, newest).map((assessment): AreaRow => {
    const { area, developmentalAgeMonths, tool, toolName, assessedOn } = assessment;
    const since = newest.find((one) => one.area === area);
    const isSeen = since === undefined || (check !== undefined && check.at >= since.at);
    const worked = computed.success && isSeen ? computed.data.find((known) => known.area === area) : undefined;
    return {
      area: codeInWords(area),
      developmentalAge:
        developmentalAgeMonths === undefined
          ? resultInWords(assessment)
          : `${developmentalAgeMonths}${worked ? ` of ${worked.chronologicalAgeMonths}` : ''} months`,
      delay: worked ? delayInWords(worked, share) : '',
      meets: worked?.meets ?? false,
      isNear: worked ? isNearMiss(worked, share) : false,
      isAssessed: true,
      corrected: correctedInWords(worked, share),
      how: `${toolName ?? codeInWords(tool)}, ${plainDate(assessedOn)}`,
      answered: since ? answeredInWords(since, referral, answers) : '',
      ...(worked && developmentalAgeMonths !== undefined
        ? { ages: { skills: developmentalAgeMonths, age: worked.chronologicalAgeMonths } }
        : {}),
    };
  });
  const left = sogsAreas.filter((area) => [...referral.assessments, ...newest].every((one) => one.area !== area));
  return [...assessed, ...left.map((area) => ({ ...notAssessed, area: codeInWords(area) }))];
}

const notAssessed = {
  ...{ developmentalAge: NOT_ASSESSED, delay: '', meets: false, isNear: false },
  ...{ isAssessed: false, corrected: '', how: '', answered: '' },
};

function answeredInWords({ area, at }: NewestArea, { assessments }: Referral, answers: Case['answers']): string {
  const before = assessments.find((one) => one.area === area);
  const was = before ? ` The referral says ${resultInWords(before)}.` : '';
  const answer = answers.find((one) => one.at === at);
  const given = answer ? givenInWords(answer) : '';
  return `${given || `The referrer answered this on ${plainDate(londonDateOf(at))}.`}${was}`;
}

type Worked = z.infer<typeof areasSchema>[number];

function correctedInWords(worked: Worked | undefined, share: string): string {
  if (worked?.correctedAgeMonths === undefined) return '';
  const counts = worked.meetsCorrected ? `${shareInWords(share)} or more` : `under ${shareInWords(share)}`;
  return `By the corrected age of ${worked.correctedAgeMonths} months: ${counts}`;
}

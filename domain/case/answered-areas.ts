import * as z from 'zod';
import { areaSchema } from '../referral/codes.ts';
import { assessmentSchema } from '../referral/development.ts';
import type { Referral } from '../referral/schema.ts';
import { stored } from '../values/stored.ts';

const shape = {
  area: z.string(),
  developmentalAgeMonths: z.number().optional(),
  score: z.number().optional(),
  cutOff: z.number().optional(),
  tool: z.string(),
  toolName: z.string().optional(),
  assessedOn: z.iso.date(),
};

/** The age or score of one area as it came with an answer. */
export const answeredAreaSchema = stored(shape);
export type AnsweredArea = z.infer<typeof answeredAreaSchema>;

/** The same with the instant of its answer: the newest of its area, for the rules. */
export const newestAreaSchema = stored({ ...shape, at: z.iso.datetime() });
export type NewestArea = z.infer<typeof newestAreaSchema>;

/** The newest of each area once more came at this instant. */
export function withNewest(before: readonly NewestArea[], came: readonly AnsweredArea[], at: string): NewestArea[] {
  const kept = before.filter(({ area }) => came.every((one) => one.area !== area));
  return [...kept, ...came.map((one) => ({ ...one, at }))];
}

type Assessment = Referral['assessments'][number];

/** An unknown field of a later release is left out; what cannot be read is none. */
const readable = z.object(assessmentSchema.shape);

/**
 * The assessments that count: those of the referral, and for each area that was answered later what was answered last. The
 * stored referral never changes.
 */
export function assessmentsNow({ assessments }: Referral, newest: readonly NewestArea[] = []): Assessment[] {
  const later = newest.flatMap((one) => readable.safeParse(one).data ?? []);
  const inPlace = assessments.map((own) => later.find(({ area }) => area === own.area) ?? own);
  return [...inPlace, ...later.filter(({ area }) => assessments.every((own) => own.area !== area))];
}

/** Whether this release can read every area that was answered. */
export function knowsAreas(newest: readonly NewestArea[] = []): boolean {
  return newest.every(({ area }) => areaSchema.safeParse(area).success);
}

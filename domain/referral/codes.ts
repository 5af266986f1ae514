import * as z from 'zod';

/** The nine areas of the Schedule of Growing Skills, which a full assessment scores. */
export const sogsAreas = [
  'passive_posture',
  'active_posture',
  'locomotor',
  'manipulative',
  'visual',
  'hearing_and_language',
  'speech_and_language',
  'interactive_social',
  'self_care_social',
] as const;

/** Every area of development that a referral may give. */
export const areaSchema = z.enum([...sogsAreas, 'cognitive']);

/** One area of development. */
export type Area = z.infer<typeof areaSchema>;

/** The broad area to which each area belongs (RULES: broad areas). */
export const broadAreas = {
  passive_posture: 'gross_motor',
  active_posture: 'gross_motor',
  locomotor: 'gross_motor',
  manipulative: 'fine_motor',
  visual: 'vision',
  hearing_and_language: 'communication',
  speech_and_language: 'communication',
  interactive_social: 'social',
  self_care_social: 'self_care',
  cognitive: 'cognition',
} as const satisfies Record<Area, string>;

/**
 * Every kind of evidence that a referrer may declare; the policy says which are accepted and which the triage team
 * assesses.
 */
export const evidenceTypeSchema = z.enum([
  'SOGS',
  'ASQ3',
  'BAYLEY',
  'GRIFFITHS',
  'DEVELOPMENTAL_JOURNAL',
  'PAEDIATRICIAN_LETTER',
  'CARE_PLAN',
  'THERAPY_REPORT',
  'EYFS_PROGRESS_CHECK_2',
  'NURSERY_OBSERVATION',
  'OTHER_PROFESSIONAL',
  'PARENT_STATEMENT',
]);

/** The six areas in which the service works, each with its own lists (published: "held in each local area"). */
export const localitySchema = z.enum(['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater']);

import type * as z from 'zod';
import type { evidenceTypeSchema } from '../referral/codes.ts';

/** Every kind of evidence as people call it. */
export const evidenceNames: Record<z.infer<typeof evidenceTypeSchema>, string> = {
  SOGS: 'a Schedule of Growing Skills (SOGS) record',
  ASQ3: 'an Ages and Stages Questionnaire (ASQ-3)',
  BAYLEY: 'a Bayley Scales assessment',
  GRIFFITHS: 'a Griffiths assessment',
  DEVELOPMENTAL_JOURNAL: 'a developmental journal',
  PAEDIATRICIAN_LETTER: "a paediatrician's letter",
  CARE_PLAN: 'a care plan',
  THERAPY_REPORT: "a therapist's report",
  EYFS_PROGRESS_CHECK_2: 'the progress check at age 2',
  NURSERY_OBSERVATION: 'an observation by a nursery or other setting',
  OTHER_PROFESSIONAL: 'a report by another professional',
  PARENT_STATEMENT: 'a statement by a parent',
};

const professionals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    HEALTH_VISITOR: 'A health visitor',
    GP: 'A GP',
    PAEDIATRICIAN: 'A paediatrician',
    MIDWIFE: 'A midwife',
    PHYSIOTHERAPIST: 'A physiotherapist',
    OCCUPATIONAL_THERAPIST: 'An occupational therapist',
    SPEECH_AND_LANGUAGE_THERAPIST: 'A speech and language therapist',
    SOCIAL_WORKER: 'A social worker',
    FAMILY_SUPPORT_WORKER: 'A family support worker',
  }),
);

/** Who refers, as a letter to the family begins. Words for a role that a letter can name, and for no typed one. */
export function professionalInWords(role: string | undefined): string {
  return professionals.get(role ?? '') ?? 'A professional who works with you';
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** Which birthday it is, such as "third birthday". */
export function birthdayInWords(years: number): string {
  return `${ordinals[years] ?? `${years}th`} birthday`;
}

/** A share such as `1/2` as people say it. */
export function shareInWords(share: string): string {
  return share === '1/2' ? 'half' : share;
}

/** A count as people write it in a letter: numerals from 2 up, and words for none and one. */
export function countInWords(count: number): string {
  if (count === 0) return 'no';
  return count === 1 ? 'one' : String(count);
}

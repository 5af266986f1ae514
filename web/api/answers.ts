import * as z from 'zod';
import { statusSchema } from '#domain/case/codes.ts';

const reference = z.string().meta({
  title: 'Reference',
  description: 'Eleven letters and digits that read aloud well.',
  examples: ['9T4KX2MWRGC'],
});

const problemSchema = z
  .strictObject({
    code: z.string().meta({ description: 'For machines; stable.' }),
    path: z.string().meta({ description: 'Which field, such as evidence[0].evidenceId.' }),
    message: z.string().meta({ description: 'What is wrong and what to do, for people.' }),
  })
  .meta({ title: 'Problem' });

/** Every refusal: a code for machines, a sentence for people, and all problems together where there are several. */
export const refusalSchema = z
  .strictObject({
    code: z.string().meta({ description: 'For machines; stable.' }),
    message: z.string().meta({ description: 'What was wrong, where, and what to do.' }),
    problems: z.array(problemSchema).optional(),
    outcome: z.string().optional().meta({ description: 'The stop of the rules, where one was reached.' }),
    reasons: z.array(z.string()).optional(),
    emergencyNumbers: z
      .array(z.strictObject({ label: z.string(), number: z.string(), hours: z.string() }))
      .optional()
      .meta({ description: 'Whom to call now: this service has called nobody.' }),
    support: z.string().optional().meta({ description: 'Tell us this when you ask for help.' }),
  })
  .meta({ title: 'Refusal' });
export type Refusal = z.infer<typeof refusalSchema>;

export const evidenceAnswerSchema = z
  .strictObject({
    evidenceId: z.string().meta({
      description: 'Goes into evidence[i].evidenceId or furtherPages, or into earlyHelpAssessment, of the referral.',
    }),
    upload: z
      .strictObject({ url: z.url(), fields: z.record(z.string(), z.string()) })
      .meta({ description: 'Post the file here within five minutes as multipart/form-data: the fields, then `file`.' }),
  })
  .meta({ title: 'Evidence to upload, accepted' });

export const acceptedSchema = z
  .strictObject({ reference, status: statusSchema, statusUrl: z.url() })
  .meta({ title: 'Referral accepted', description: 'It is stored and will not be lost.' });

export const statusViewSchema = z
  .strictObject({
    reference,
    status: statusSchema,
    outcome: z.string().nullable().meta({
      description:
        'Null until the rules stopped the referral or people decided. `SUPPORT_CLOSED`: support took place and has ended.',
    }),
    reasons: z.array(z.string()),
    updatedAt: z.iso.datetime(),
    history: z.array(z.strictObject({ at: z.iso.datetime(), event: z.string() })),
  })
  .meta({ title: 'Where a referral is', description: 'No personal data.' });

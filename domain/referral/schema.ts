import * as z from 'zod';
import { childSchema, gpPracticeSchema, socialCareSchema } from './child.ts';
import {
  agreementSchema,
  communicationSchema,
  consentSchema,
  homeSchema,
  section23Schema,
  storySchema,
  viewsSchema,
} from './circumstances.ts';
import { localitySchema } from './codes.ts';
import {
  assessmentSchema,
  earlyHelpAssessmentSchema,
  evidenceSchema,
  interventionSchema,
  settingSchema,
} from './development.ts';
import { familySchema, otherProfessionalSchema, referrerSchema } from './people.ts';
import { hours, postcode, text } from './text.ts';

const yesOrNo = 'true or false.';

/**
 * The structure of a referral as a referrer sends it: unknown keys refused, lengths bounded, text normalised. Rules that need
 * a date or two fields (check digit, birth, reach) are in validate.ts. Every field carries its words for OpenAPI and errors.
 */
export const referralSchema = z
  .strictObject({
    child: childSchema,
    referrer: referrerSchema,
    family: familySchema,
    locality: localitySchema.meta({ title: 'Local area', description: 'The area of the service nearest to the home.' }),
    postcode: postcode().meta({ title: 'Postcode', description: 'Of the home, for example TA1 9ZZ.' }),
    diagnosis: text(1000)
      .nullable()
      .default(null)
      .meta({ title: 'Diagnosis', description: 'The diagnosis, or null when there is none.' }),
    physicalDevelopmentSignificantlyAffected: z.boolean().meta({
      title: 'Physical development significantly affected',
      description: 'By a neurological disorder, a diagnosis or a delay: true or false.',
    }),
    immediateRisk: z.boolean().meta({ title: 'Child at immediate risk', description: yesOrNo }),
    emergencyCallMadeAt: z.iso.datetime({ offset: true, local: true }).optional().meta({
      title: 'When the emergency call was made',
      description: 'Date and time, for example 2026-10-19T10:05. Needed where the child is at immediate risk.',
    }),
    emergencyCallMadeBy: text(150)
      .optional()
      .meta({ title: 'Who made the emergency call', description: 'First and last name.' }),
    assessments: z
      .array(assessmentSchema)
      .max(30)
      .meta({ title: 'Assessments', description: 'One for each area. An empty list when there is none.' }),
    evidence: z
      .array(evidenceSchema)
      .max(20)
      .meta({ title: 'Evidence', description: 'The documents. An empty list when there is none.' }),
    earlyHelpAssessment: earlyHelpAssessmentSchema.optional(),
    otherInterventions: z
      .array(interventionSchema)
      .max(30)
      .meta({ title: 'Other interventions', description: 'An empty list when there is none.' }),
    settingHoursPerWeek: hours().meta({
      title: 'Hours a week in an early-years setting',
      description: 'From 0 to 168, in quarter hours. 0 when the child does not go to one.',
    }),
    setting: settingSchema.optional(),
    consent: consentSchema,
    agreement: agreementSchema.optional(),
    availability: z
      .strictObject({
        weeklyHomeVisits: z.boolean().meta({ title: 'Family available for weekly home visits', description: yesOrNo }),
      })
      .meta({ title: 'Availability', description: 'Whether the family can take part.' }),
    home: homeSchema.optional(),
    communication: communicationSchema.optional(),
    homeSafetyNotes: text(2000).optional().meta({
      title: 'Home-safety notes',
      description: 'For visiting staff only. Never in letters.',
    }),
    gpPractice: gpPracticeSchema.optional(),
    socialCare: socialCareSchema.optional(),
    otherProfessionals: z
      .array(otherProfessionalSchema)
      .max(20)
      .optional()
      .meta({ title: 'Other professionals', description: 'Others who work with the child.' }),
    story: storySchema.optional(),
    views: viewsSchema.optional(),
    section23Notification: section23Schema.optional(),
  })
  .meta({ title: 'Referral', description: 'A referral of a young child to a Portage service.' });

/** A referral whose structure is sound and whose text is normalised; only validate.ts says that it is valid. */
export type Referral = z.infer<typeof referralSchema>;

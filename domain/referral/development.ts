import * as z from 'zod';
import { areaSchema, evidenceTypeSchema } from './codes.ts';
import { code, evidenceId, hours, text } from './text.ts';

/** One area of development as it was assessed; without a developmental age it is not scored for the delay rule. */
export const assessmentSchema = z
  .strictObject({
    area: areaSchema.meta({ title: 'Area of development', description: 'Give each area once.' }),
    developmentalAgeMonths: z
      .number()
      .min(0)
      .max(240)
      .optional()
      .meta({ title: 'Developmental age in months', description: 'A number of 0 or more. Decimals are allowed.' }),
    score: z
      .number()
      .min(-10_000)
      .max(10_000)
      .optional()
      .meta({ title: "The tool's score", description: 'For a tool that gives a score and no developmental age.' }),
    cutOff: z
      .number()
      .min(-10_000)
      .max(10_000)
      .optional()
      .meta({ title: "The tool's cut-off", description: 'The score below which the tool asks for a closer look.' }),
    tool: code().meta({
      title: 'Assessment tool',
      description: 'A code in capitals, for example SOGS, ASQ3 or UNSTATED.',
    }),
    toolName: text(100).optional().meta({
      title: 'Name of the assessment tool',
      description: 'Where the code alone does not say it, for example with the tool OTHER.',
    }),
    assessedOn: z.iso.date().meta({
      title: 'Date of the assessment',
      description: 'A real date as YYYY-MM-DD, from birth to the day of referral.',
    }),
  })
  .meta({ title: 'Assessment', description: 'The result for one area of development.' });

const furtherPages = () =>
  z
    .array(evidenceId().meta({ title: 'Further page', description: 'The evidenceId of one page.' }))
    .min(1)
    .max(19)
    .optional()
    .meta({
      title: 'Further pages',
      description:
        'The evidenceIds of the pages after the first, in order, for a document in several files. Give each id once.',
    });

/** One document about the child. The API asks for its `evidenceId`; rules count it by its declared kind. */
export const evidenceSchema = z
  .strictObject({
    type: evidenceTypeSchema.meta({ title: 'Kind of evidence', description: 'What the document is.' }),
    title: text(200).meta({ title: 'Title of the document', description: 'As on the document.' }),
    dated: z.iso.date().optional().meta({ title: 'Date of the document', description: 'A real date as YYYY-MM-DD.' }),
    author: text(150).optional().meta({ title: 'Author of the document', description: 'Name or role.' }),
    evidenceId: evidenceId()
      .optional()
      .meta({ title: 'Evidence id', description: 'The evidenceId that POST /v1/evidence gave for the uploaded file.' }),
    furtherPages: furtherPages(),
  })
  .meta({ title: 'Evidence', description: "A document about the child's development." });

/** The completed Early Help Assessment as a document. It tells of the family; it is never evidence of delay. */
export const earlyHelpAssessmentSchema = z
  .strictObject({
    evidenceId: evidenceId().meta({
      title: 'Evidence id of the Early Help Assessment',
      description: 'The evidenceId that POST /v1/evidence gave for the uploaded file.',
    }),
    furtherPages: furtherPages(),
    completedOn: z.iso.date().optional().meta({
      title: 'Early Help Assessment completed on',
      description: 'A real date as YYYY-MM-DD, not after the day of the referral.',
    }),
  })
  .meta({
    title: 'Early Help Assessment',
    description: 'The completed assessment as a document. It is not evidence of delay, so give evidence as well.',
  });

/** Another targeted intervention that the child receives. */
export const interventionSchema = z
  .strictObject({
    type: code().meta({ title: 'Kind of intervention', description: 'A code in capitals, for example PHYSIOTHERAPY.' }),
    hoursPerWeek: hours().meta({ title: 'Hours a week', description: 'From 0 to 168, in quarter hours.' }),
  })
  .meta({ title: 'Other intervention', description: 'Targeted help that the child already receives.' });

/** The early-years setting by name, beside its hours a week. */
export const settingSchema = z
  .strictObject({
    name: text(200).meta({ title: 'Name of the setting', description: 'Nursery, childminder or pre-school.' }),
    hoursCover: z
      .enum(['TERM_TIME', 'ALL_YEAR'])
      .optional()
      .meta({ title: 'When the hours apply', description: 'In term time only, or all year.' }),
  })
  .meta({ title: 'Early-years setting', description: 'Where the child spends settingHoursPerWeek.' });

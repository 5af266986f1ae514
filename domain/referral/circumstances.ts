import * as z from 'zod';
import { text } from './text.ts';

/** Where the child lives; required before a home visit is offered, not before a referral is read. */
export const homeSchema = z
  .strictObject({
    address: text(400)
      .optional()
      .meta({ title: 'Home address', description: 'We cannot offer home visits without it.' }),
    livedThereSince: text(100)
      .optional()
      .meta({ title: 'How long there', description: 'For example, since March 2025, or 2 years.' }),
    whoLivesThere: text(1000)
      .optional()
      .meta({ title: 'Who lives there', description: 'Adults and children, with the ages of the children.' }),
  })
  .meta({ title: 'Home', description: 'Where the child lives.' });

/** In which language and form the family can read and talk. */
export const communicationSchema = z
  .strictObject({
    preferredLanguage: text(100).optional().meta({ title: 'Preferred language', description: 'For example, Polish.' }),
    interpreterNeeded: z.boolean().optional().meta({ title: 'Interpreter needed', description: 'true or false.' }),
    format: z
      .enum(['STANDARD', 'LARGE_PRINT', 'EASY_READ', 'AUDIO', 'TRANSLATION'])
      .optional()
      .meta({ title: 'Format of letters', description: 'The form in which the family can use a letter.' }),
  })
  .meta({ title: 'Communication', description: 'Language and format for the family.' });

/** Whether the parents agree (published criterion); both answers are needed. */
export const consentSchema = z
  .strictObject({
    parentAgreesToReferral: z.boolean().meta({ title: 'Parents agree to the referral', description: 'true or false.' }),
    parentUnderstandsAims: z
      .boolean()
      .meta({ title: 'The aims of Portage were explained', description: 'true or false.' }),
  })
  .meta({ title: "Parents' agreement", description: 'Both must be true for the referral to continue.' });

/** Who agreed, when and how, and the privacy notice. */
export const agreementSchema = z
  .strictObject({
    by: text(150)
      .optional()
      .meta({ title: 'Who agreed', description: 'The person with parental responsibility who agreed.' }),
    on: z.iso.date().optional().meta({ title: 'When they agreed', description: 'A real date as YYYY-MM-DD.' }),
    how: z
      .enum(['IN_PERSON', 'IN_WRITING', 'BY_TELEPHONE', 'BY_VIDEO'])
      .optional()
      .meta({ title: 'How they agreed', description: 'In which way the agreement was given.' }),
    privacyNoticeGivenOn: z.iso
      .date()
      .optional()
      .meta({ title: 'Privacy notice given on', description: 'A real date as YYYY-MM-DD.' }),
  })
  .meta({ title: 'How the agreement was given', description: 'By whom, when and how.' });

/** What the referrer sees. */
export const storySchema = z
  .strictObject({
    worrying: text(4000).optional().meta({ title: 'What is worrying', description: 'In plain words.' }),
    workingWell: text(4000).optional().meta({ title: 'What is working well', description: 'In plain words.' }),
    needsToHappen: text(4000).optional().meta({ title: 'What needs to happen', description: 'In plain words.' }),
  })
  .meta({ title: 'Story', description: 'What is worrying, what is working well and what needs to happen.' });

/** What the family says. */
export const viewsSchema = z
  .strictObject({
    child: text(4000).optional().meta({ title: "The child's view", description: 'What the child shows or says.' }),
    parents: text(4000).optional().meta({ title: "The parents' view", description: 'In their own words.' }),
  })
  .meta({ title: 'Views', description: "The child's and the parents' view." });

/** Whether the health service has told the council about the child (Children and Families Act 2014, section 23). */
export const section23Schema = z
  .strictObject({
    made: z.boolean().meta({ title: 'Section 23 notification made', description: 'true or false.' }),
    on: z.iso.date().optional().meta({ title: 'Date of the section 23 notification', description: 'As YYYY-MM-DD.' }),
  })
  .meta({ title: 'Section 23 notification', description: 'Children and Families Act 2014, section 23.' });

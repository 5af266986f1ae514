import * as z from 'zod';
import { nhsNumber, text } from './text.ts';

/** The child as the referrer knows them. A due date and `unborn` parse here; the validity rule answers NOT_YET_BORN. */
export const childSchema = z
  .strictObject({
    firstName: text(100).meta({ title: "Child's first name", description: 'As the family uses it.' }),
    lastName: text(100).meta({ title: "Child's last name", description: 'As the family uses it.' }),
    dob: z.iso
      .date()
      .meta({ title: 'Date of birth', description: 'A real date as YYYY-MM-DD, for example 2024-09-10.' }),
    nhsNumber: nhsNumber()
      .optional()
      .meta({ title: 'NHS number', description: '10 digits, as text. Leave it out when you do not know it.' }),
    gestationWeeks: z.int().min(20).max(45).optional().meta({
      title: 'Weeks of pregnancy at birth',
      description: 'Completed weeks, a whole number from 20 to 45. Left out means 40.',
    }),
    unborn: z
      .boolean()
      .optional()
      .meta({ title: 'Not born yet', description: 'true when dob is a due date. We then return the referral.' }),
    sex: z
      .enum(['FEMALE', 'MALE', 'NOT_KNOWN', 'NOT_SPECIFIED'])
      .optional()
      .meta({ title: 'Sex', description: 'As recorded at birth.' }),
    ethnicity: text(100)
      .optional()
      .meta({ title: 'Ethnicity', description: "In the family's own words. Leave it out if they do not want to say." }),
  })
  .meta({ title: 'Child', description: 'The child who is referred.' });

/** The child's GP practice, for the record and for copies that the parents agree to. */
export const gpPracticeSchema = z
  .strictObject({
    name: text(150).meta({ title: 'Name of the GP practice', description: 'As on its letters.' }),
    address: text(400).optional().meta({ title: 'Address of the GP practice', description: 'With its postcode.' }),
  })
  .meta({ title: 'GP practice', description: 'Where the child is registered.' });

/** What social care is doing, if anything. */
export const socialCareSchema = z
  .strictObject({
    status: z
      .enum(['NONE', 'EARLY_HELP', 'CHILD_IN_NEED', 'CHILD_PROTECTION_PLAN', 'LOOKED_AFTER', 'PREVIOUSLY_LOOKED_AFTER'])
      .optional()
      .meta({ title: 'Social care status', description: 'The status on the day of the referral.' }),
    socialWorkerName: text(150)
      .optional()
      .meta({ title: 'Name of the social worker', description: 'First and last name.' }),
    socialWorkerContact: text(300)
      .optional()
      .meta({ title: 'Contact for the social worker', description: 'Email address or phone number.' }),
  })
  .meta({ title: 'Social care', description: 'Social worker and looked-after status, where there is one.' });

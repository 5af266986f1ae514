import * as z from 'zod';
import { code, email, phone, text } from './text.ts';

/** Who refers, in the order in which a form offers them. The list is open: a role that is not in it makes nothing invalid. */
export const referrerRoles = [
  'HEALTH_VISITOR',
  'GP',
  'PAEDIATRICIAN',
  'MIDWIFE',
  'PHYSIOTHERAPIST',
  'OCCUPATIONAL_THERAPIST',
  'SPEECH_AND_LANGUAGE_THERAPIST',
  'NURSERY_SENDCO',
  'SOCIAL_WORKER',
  'FAMILY_SUPPORT_WORKER',
  'BEST_START_FAMILY_HUB_PRACTITIONER',
  'SETTING_MANAGER',
  'OTHER',
] as const;

const roleHint = `A code in capitals: ${referrerRoles.slice(0, -1).join(', ')}, or ${referrerRoles.at(-1)}.`;
const emailHint = 'One address, such as name@example.org.';
const phoneHint = 'Digits and spaces, with the area code.';

/** The professional who sends the referral, and the mailbox that stands in for them. */
export const referrerSchema = z
  .strictObject({
    role: code().meta({ title: 'Role of the referrer', description: roleHint }),
    name: text(150).meta({ title: 'Name of the referrer', description: 'First and last name.' }),
    email: email().meta({ title: 'Email address of the referrer', description: emailHint }),
    phone: phone().optional().meta({ title: 'Phone number of the referrer', description: phoneHint }),
    organisation: text(200).optional().meta({ title: 'Organisation', description: 'Trust, practice or setting.' }),
    ownReference: text(100).optional().meta({
      title: "Referrer's own reference",
      description: 'Your own reference for this child, kept with the referral.',
    }),
    teamEmail: email()
      .optional()
      .meta({ title: 'Team email address', description: `A second address for every email to you. ${emailHint}` }),
  })
  .meta({ title: 'Referrer', description: 'The professional who sends the referral.' });

/** One parent or carer, how to reach them safely, and how not to. */
const parentSchema = z
  .strictObject({
    name: text(150).meta({ title: 'Name of the parent or carer', description: 'First and last name.' }),
    relationship: text(100)
      .optional()
      .meta({ title: 'Relationship to the child', description: 'For example, mother.' }),
    parentalResponsibility: z
      .boolean()
      .optional()
      .meta({ title: 'Parental responsibility', description: 'true or false. Leave it out when it is not known.' }),
    email: email().optional().meta({ title: 'Email address of the parent or carer', description: emailHint }),
    phone: phone().optional().meta({ title: 'Phone number of the parent or carer', description: phoneHint }),
    address: text(400)
      .optional()
      .meta({ title: 'Address of the parent or carer', description: "Where it is not the child's home." }),
    safeContact: text(500)
      .optional()
      .meta({ title: 'Safe ways and times to contact', description: 'For example, by text message before midday.' }),
    doNotContact: z.boolean().optional().meta({
      title: 'Do not email or write',
      description: 'true means that we send this person no email and no letter.',
    }),
    addressKeptFrom: text(200).optional().meta({
      title: 'Keep the address from',
      description: 'The name of someone who must not know where this parent or carer lives.',
    }),
  })
  .meta({ title: 'Parent or carer', description: 'An adult who looks after the child.' });

/** The adults of the family; at least one must have a way to be reached (validity rule). */
export const familySchema = z
  .strictObject({
    parents: z.array(parentSchema).min(1).max(8).meta({
      title: 'Parents and carers',
      description: 'At least one, with an email address, a phone number or an address.',
    }),
  })
  .meta({ title: 'Family', description: 'The adults who look after the child.' });

/** Another professional who works with the child. */
export const otherProfessionalSchema = z
  .strictObject({
    name: text(150).meta({ title: 'Name of the professional', description: 'First and last name.' }),
    role: text(150).optional().meta({ title: 'Role of the professional', description: 'For example, dietitian.' }),
    organisation: text(200)
      .optional()
      .meta({ title: 'Organisation of the professional', description: 'Where they work.' }),
    email: email().optional().meta({ title: 'Email address of the professional', description: emailHint }),
    phone: phone().optional().meta({ title: 'Phone number of the professional', description: phoneHint }),
  })
  .meta({ title: 'Other professional', description: 'Someone else who works with the child.' });

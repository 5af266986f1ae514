import * as z from 'zod';
import { sameMailbox } from '../values/mailbox.ts';
import { stored } from '../values/stored.ts';
import { letterSettingsSchema } from './letters.ts';
import { mailboxSettingsSchema } from './mailboxes.ts';
import { meetingSchema } from './meetings.ts';
import { hasRole, type Person, personSchema, type Role } from './person.ts';
import { dutySchema } from './rota.ts';
import { schoolSessionsSchema } from './school-sessions.ts';
import { serviceSchema } from './services.ts';
import { settingEventSchema } from './setting-event.ts';
import { townSchema } from './stay-and-play.ts';

const whatSchema = z.enum([
  'SEEDED',
  'JOINED',
  'LEFT',
  'MAILBOX_CHANGED',
  'MAIL_FAILED',
  'MAIL_TRUSTED',
  'ROLES_CHANGED',
  'LEAVE_CHANGED',
  'DEPUTY_CHANGED',
  'MEETINGS_ADDED',
  'MEETING_CHANGED',
  'MEETING_REMOVED',
  'DUTY_CHANGED',
  'LETTERS_CHANGED',
  'STAY_AND_PLAY_CHANGED',
  'STARTING_SCHOOL_CHANGED',
  'MAILBOXES_CHANGED',
  'SERVICES_CHANGED',
]);

/** One change of it. */
const teamEventSchema = settingEventSchema(whatSchema);
export type TeamEvent = z.infer<typeof teamEventSchema>;

/** Everyone who works or has worked here, and every change of it. Version 0 is what the configuration says, not stored. */
export const teamSchema = stored({
  version: z.int().min(0),
  people: z.array(personSchema),
  /** In order of their dates, past ones too; without it the team has no calendar. */
  meetings: z.array(meetingSchema).optional(),
  history: z.array(teamEventSchema),
  /** The rota, the newest line last. */
  duty: z.array(dutySchema).optional(),
  /** Without it, emails give the contact of the configuration. */
  letters: letterSettingsSchema.optional(),
  /** Without them, those of the configuration count. */
  mailboxes: mailboxSettingsSchema.optional(),
  /** Other services to which the team redirects, beside those of the description. */
  services: z.array(serviceSchema).optional(),
  /** The towns for which the team has said when and where; of the others, letters say to ask. */
  stayAndPlay: z.array(townSchema).optional(),
  /** The sessions of Starting School, in the order of years and towns. */
  startingSchool: z.array(schoolSessionsSchema).optional(),
});
export type Team = z.infer<typeof teamSchema>;

/** The person with this id, also one who has left. */
export function personById({ people }: Team, id: string): Person | undefined {
  return people.find((person) => person.id === id);
}

/** The member of staff whose present mailbox this is, without case. No one who has left has a mailbox here. */
export function personByMailbox({ people }: Team, mailbox: string): Person | undefined {
  return people.find((person) => person.isActive && sameMailbox(person.mailbox, mailbox));
}

/** Everyone who works here in this role, in the order in which they joined. */
export function peopleWith({ people }: Team, role: Role): Person[] {
  return people.filter((person) => person.isActive && hasRole(person, role));
}

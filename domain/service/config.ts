import * as z from 'zod';
import { closedOnSchema, timeOfDaySchema } from '../values/working-calendar.ts';
import { accessSchema } from './access.ts';
import { descriptionOverridesSchema } from './description/schema.ts';
import { policyOverridesSchema } from './policy.ts';
import { retentionSchema } from './retention.ts';
import { themeSchema } from './theme.ts';

const emergencyNumberSchema = z.strictObject({
  label: z.string().min(1).max(120),
  number: z.string().min(3).max(30),
  hours: z.string().min(1).max(120),
});

const meetingSchema = z
  .strictObject({ on: z.iso.date(), from: timeOfDaySchema, until: timeOfDaySchema })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'must be later than the time it begins' });

/**
 * What one service says about itself at deployment and every function may need: names, mailboxes, emergency numbers,
 * policy overrides. Parsing guarantees that a function never meets a half-configured service: there is no default for the
 * emergency numbers, the sender or the people who decide.
 */
export const serviceConfigSchema = z.strictObject({
  /**
   * The name of the stack in CloudFormation, of the API and of the metrics, so that two services in one account stay
   * apart. A deployment under another name is another service, and this one stays. The rule is CloudFormation's.
   */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,127}$/, {
      error: 'must be 1 to 128 letters, digits and hyphens, and begin with a letter',
    })
    .default('SmallSteps'),
  /** The name on pages and in emails: the council's service, not the software. */
  serviceName: z.string().min(1).max(120),
  councilName: z.string().min(1).max(120),
  contact: z.strictObject({ email: z.email(), phone: z.string().min(3).max(30), hours: z.string().min(1).max(120) }),
  sender: z.email(),
  /** At least two people, so that a holiday does not stop triage. */
  triagers: z.array(z.email()).min(2).max(20),
  serviceManager: z.email(),
  /** The first meetings of the triage team, one a date. Later ones are set under Settings. Without any, policy's days count. */
  meetings: z
    .array(meetingSchema)
    .max(120)
    .refine((meetings) => new Set(meetings.map(({ on }) => on)).size === meetings.length, {
      error: 'must not have two meetings on one date',
    })
    .optional(),
  /** The first mailboxes of the duty team and of the advisory teachers. Later ones are set under Settings. */
  dutyMailbox: z.email(),
  advisoryTeacherMailbox: z.email(),
  emergencyNumbers: z.array(emergencyNumberSchema).min(1).max(6),
  /** The mailbox of the canary: one that the service itself receives. Without it there is no canary. */
  canary: z.strictObject({ mailbox: z.email() }).optional(),
  /** How staff show who they are. */
  access: accessSchema,
  policy: policyOverridesSchema
    .refine((overrides) => Object.keys(overrides).length === 0 || (overrides.version ?? 1) > 1, {
      path: ['version'],
      error: 'must be 2 or more when a number of the policy is changed: every check is stored with the version it used',
    })
    .default({}),
  /** The service's own closing days, such as 24 December. No reminder goes out and no wait ends on them. */
  closedOn: closedOnSchema.default([]),
  /** How long records are kept. A deployment must state it; without it nothing is erased but what the policy says. */
  retention: retentionSchema.optional(),
  /** What pages say of the service otherwise than domain/service/description.ts. */
  description: descriptionOverridesSchema.optional(),
  /** Without it, pages wear a quiet blue-green and no logo. */
  theme: themeSchema.optional(),
});

export type ServiceConfig = z.infer<typeof serviceConfigSchema>;

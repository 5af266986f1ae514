import * as z from 'zod';
import { eventSchema } from '../process/events.ts';
import { openCode } from '../values/stored.ts';
import { jointHowSchema, jointViewSchema } from './joint-shape.ts';

/** What can happen to a decision with other services. */
export const jointEventSchemas = [
  eventSchema('JOINT_AGREED', { how: openCode(jointHowSchema), on: z.iso.date() }),
  eventSchema('JOINT_OPENED', { service: z.string() }),
  eventSchema('JOINT_VIEW_GIVEN', {
    service: z.string(),
    what: openCode(jointViewSchema),
    name: z.string(),
    role: z.string(),
  }),
  eventSchema('JOINT_WITHDRAWN', {}),
  eventSchema('JOINT_LEFT', {}),
  eventSchema('JOINT_DECIDED', { isYes: z.boolean() }),
] as const;

import * as z from 'zod';
import { eventSchema } from '../process/events.ts';
import { openCode } from '../values/stored.ts';
import { schoolAnswerSchema } from './school-shape.ts';

/** What happens to a case around Starting School. */
export const schoolEventSchemas = [
  eventSchema('SCHOOL_ENTRY_DEFERRED', { isDeferred: z.boolean() }),
  eventSchema('SCHOOL_CHOSEN', { year: z.int(), isInvited: z.boolean() }),
  eventSchema('SCHOOL_INVITED', { year: z.int() }),
  eventSchema('SCHOOL_ANSWERED', { year: z.int(), what: openCode(schoolAnswerSchema) }),
  eventSchema('SCHOOL_ATTENDANCE', { on: z.iso.date(), isPresent: z.boolean() }),
] as const;

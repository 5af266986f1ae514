import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';
import { actorSchema } from './actor.ts';

/**
 * One change of a record that staff keep, such as the team: who made it, when, which person it is about, and what it changed
 * from and to. `what` is a code of that record.
 */
export const settingEventSchema = <Codes extends z.ZodEnum>(what: Codes) =>
  stored({
    at: z.iso.datetime(),
    by: actorSchema,
    what: openCode(what),
    person: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  });

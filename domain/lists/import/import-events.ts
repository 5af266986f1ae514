import * as z from 'zod';
import { eventSchema } from '../../process/events.ts';
import { openCode } from '../../values/stored.ts';
import { hadSchema } from './ended-before.ts';

/** What happens to a case with the file in which its child came. */
export const importEventSchemas = [
  eventSchema('IMPORT_RELEASED', {}),
  eventSchema('SUPPORT_ENDED_BEFORE', { had: openCode(hadSchema), on: z.iso.date() }),
  eventSchema('PLAY_INVITED', {}),
] as const;

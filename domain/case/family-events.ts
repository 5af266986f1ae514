import * as z from 'zod';
import { eventSchema } from '../process/events.ts';

/** What happens to the ways in which a family is reached, and to its pages. */
export const familyEventSchemas = [
  eventSchema('FAMILY_EMAIL_STOPPED', {}),
  eventSchema('FAMILY_EMAIL_ALLOWED', {}),
  eventSchema('SAFE_PLACE_RECORDED', {}),
  eventSchema('SAFE_PLACE_LOOKED_AT', {}),
  eventSchema('SAFE_PLACE_REMOVED', {}),
  eventSchema('FAMILY_PAGE_AGREED', { parent: z.int().min(0) }),
  eventSchema('FAMILY_PAGES_CLOSED', {}),
  eventSchema('FAMILY_PAGE_GIVEN', { parent: z.int().min(0), how: z.string() }),
] as const;

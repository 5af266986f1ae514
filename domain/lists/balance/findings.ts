import * as z from 'zod';
import { openCode, stored } from '../../values/stored.ts';

/** What a night can find wrong with the place of a child, or with what an earlier night wrote. */
export const faultSchema = z.enum([
  'CASE_GONE',
  'SUPPORT_GONE',
  'UNREADABLE',
  'HISTORY_BROKEN',
  'ENTRY_MISSING',
  'ENTRY_WITHOUT_EVENT',
  'ENTRY_DIFFERS',
  'LEFT_DIFFERS',
  'CLOCK_RESET',
  'NOT_IN_INDEX',
  'ONLY_IN_INDEX',
  'INDEX_DIFFERS',
  'ON_NO_LIST',
  'NOT_AS_LAST_NIGHT',
  'PAST_DIFFERS',
  'BALANCE_ALTERED',
]);
export type Fault = z.infer<typeof faultSchema>;

/** One difference: of which child (no child for a balance itself), what, and on which list where it is on one. */
export const findingSchema = stored({
  reference: z.string(),
  fault: openCode(faultSchema),
  list: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

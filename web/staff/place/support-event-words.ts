import type { SupportEvent } from '#domain/support/event.ts';
import { plainDate } from '#domain/values/dates.ts';

/** What happened once support was agreed, in words; undefined for what the history of a place does not tell. */
export function supportEventInWords(event: SupportEvent): string | undefined {
  if (event.event === 'MISSED_LOOKED_AT') return 'Our team looked at what was missed';
  if (event.event === 'BLOCK_LOOKED_AT') return 'A service manager looked at the visits, which have gone on for long';
  if (event.event === 'AGREEMENT_GONE_THROUGH') return 'The home visiting agreement was gone through';
  if (event.event !== 'GROUP_ATTENDANCE' || !('isPresent' in event)) return undefined;
  return `Group session on ${plainDate(event.on)}: ${event.isPresent ? 'the child came' : 'the child did not come'}`;
}

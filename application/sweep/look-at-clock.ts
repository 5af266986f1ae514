import type { ClockOff, Log } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import { CLOCKS_DIFFER } from '#domain/process/trouble.ts';

interface ClockDeps {
  readonly clockOff: ClockOff;
  readonly log: Log;
}

/**
 * Says so where the clock of the sweeper is not that of AWS: ahead, it does what is due too early; behind, too late. It is said in the
 * log, whose times are not the sweeper's own. The sweep goes on: standing still would help no one.
 */
export async function lookAtClock({ clockOff, log }: ClockDeps): Promise<void> {
  try {
    const minutes = Math.trunc(((await clockOff()) ?? 0) / 60_000);
    if (Math.abs(minutes) >= CLOCKS_DIFFER) log.error('clock-wrong', { minutes });
  } catch (error) {
    log.error('clock-not-read', { error: errorName(error) });
  }
}

/** For the last slice and the record of the run, even where the table answers late, in milliseconds. */
const KEPT_BACK = 60_000;

/** Until when a run may take up more: aborted when little of its time is left, in milliseconds. */
export function timeLeft(leftMs: number): AbortSignal {
  return AbortSignal.timeout(Math.max(0, Math.floor(leftMs) - KEPT_BACK));
}

import type { StepResult } from '../process/run.ts';
import type { Policy } from '../service/policy.ts';
import { waitAt } from './follow.ts';
import type { Support } from './support.ts';
import { waitEndsAt } from './time.ts';

/** Step Functions takes no longer wait, and here no shorter one, in seconds. */
const [SHORTEST, LONGEST] = [60, 99_999_999];

/** The answer of a step of the machine `support`, for a support as it now stands; `from` as `waitEndsAt` has it. */
export function supportResult(support: Support, now: string, from: string | undefined, policy: Policy): StepResult {
  if (support.parked) return { code: 'PARK', waitSeconds: SHORTEST };
  const kind = waitAt(support.next);
  if (!kind) return { code: support.next, waitSeconds: SHORTEST };
  const seconds = Math.ceil((Date.parse(waitEndsAt(support, kind, now, from, policy)) - Date.parse(now)) / 1000);
  return { code: support.next, waitSeconds: Math.min(LONGEST, Math.max(SHORTEST, seconds)) };
}

/** What an execution is told whose support another one continues. */
export const HANDED_ON: StepResult = { code: 'HANDED_ON', waitSeconds: SHORTEST };

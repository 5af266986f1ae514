import { AwsRefused } from './aws-refused.ts';
import type { SignedCall } from './signed-call.ts';

const WAITS_MS = [1_000, 3_000];

/** The same call, asked up to three times where AWS has too many questions. Any other refusal is thrown as it comes. */
export function patient(call: SignedCall, wait: (milliseconds: number) => Promise<unknown>): SignedCall {
  return async (asked) => {
    for (const pause of WAITS_MS) {
      try {
        return await call(asked);
      } catch (error) {
        if (!(error instanceof AwsRefused) || !error.isThrottled) throw error;
        await wait(pause);
      }
    }
    return call(asked);
  };
}

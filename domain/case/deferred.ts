import type { Case } from './case.ts';

/** Whether a referral waits because people deferred it to the meeting on this date. */
export function isDeferredTo({ askedAgain, deferredTo }: Case, on: string): boolean {
  return askedAgain === 'DEFERRED' && deferredTo?.on === on;
}

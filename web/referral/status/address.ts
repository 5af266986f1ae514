import type { Onward } from '../../layout/page.ts';
import { SEE_REFERRAL } from '../words.ts';

/** Where the referrer sees how a referral stands, and what a link there says. */
export function statusOf(reference: string): Onward {
  return { at: `/referral/${reference}/status`, text: SEE_REFERRAL };
}

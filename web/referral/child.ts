import * as z from 'zod';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';

const withChild = z.object({ child: z.object({ dob: z.iso.date() }) });

/** The child's date of birth in a stored referral. */
export function birthDateOf(stored: StoredReferral | undefined): string | undefined {
  return withChild.safeParse(stored?.body).data?.child.dob;
}

import * as z from 'zod';

const withChild = z.object({ child: z.object({ dob: z.iso.date() }) });

/** The child's date of birth in the body of a stored referral, valid or not; undefined where it has none. */
export function birthDateIn(body: unknown): string | undefined {
  return withChild.safeParse(body).data?.child.dob;
}

import * as z from 'zod';

const years = z.int().min(1).max(100);
const days = z.int().min(1).max(3650);

/**
 * How long a service keeps what it holds of people. A deployment must state each: the council's retention schedule decides, not
 * this software. How long an unfinished referral is kept, and one whose parents did not agree, is of the policy.
 */
export const retentionSchema = z.strictObject({
  /** The birthday up to which a record is kept of a child whom the service accepted. */
  acceptedUntilAge: z.int().min(18).max(100),
  /** How many years after its end any other referral is kept: not accepted, redirected or withdrawn. */
  notAcceptedYears: years,
  /** How many days an uploaded file is kept that no referral and no unfinished referral names. */
  unnamedFileDays: days.min(2),
  /** How many years it is kept who read a record, where the record is kept longer. */
  readingYears: years,
  /** How many years after someone left the team their name and mailbox are kept, outside the records of children. */
  staffYears: years,
});
export type Retention = z.infer<typeof retentionSchema>;

/** What is suggested, for a service on one machine. A deployment states its own. */
export const suggestedRetention: Retention = {
  acceptedUntilAge: 25,
  notAcceptedYears: 6,
  unnamedFileDays: 7,
  readingYears: 6,
  staffYears: 6,
};

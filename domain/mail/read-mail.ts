import * as z from 'zod';
import { hasRealDomain } from '../values/email-address.ts';
import { stored } from '../values/stored.ts';
import type { MailSign } from './incoming-mail.ts';

/** A file of an email as staff see it listed. */
const mailFileSchema = stored({
  name: z.string(),
  type: z.string(),
  bytes: z.int().min(0),
  /** Under which id it is kept as evidence; absent where it is none that we can open. */
  evidenceId: z.string().optional(),
});
export type MailFile = z.infer<typeof mailFileSchema>;

/** What staff read of an email, beside it in the bucket: plain text alone, whatever it was sent as. */
export const readMailSchema = stored({
  from: z.string(),
  name: z.string(),
  subject: z.string(),
  text: z.string(),
  files: z.array(mailFileSchema),
});
export type ReadMail = z.infer<typeof readMailSchema>;

const address = z.email().refine(hasRealDomain);

/** Whether its sender is one address that can be written to. A sender can hold anything. */
export function hasSender(read: Pick<ReadMail, 'from'> | undefined): boolean {
  return address.safeParse(read?.from).success;
}

/** A file as it came with an email. */
export interface CameWith {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** An email that was read: what it says, and what is odd about it. */
export interface ParsedMail extends Pick<ReadMail, 'from' | 'name' | 'subject' | 'text'> {
  readonly files: readonly CameWith[];
  readonly signs: readonly MailSign[];
  /** Equal for two deliveries of one email alone; undefined where that cannot be known. */
  readonly sameAs: string | undefined;
}

/** Reads an email from its bytes. It never throws: what cannot be read has a sign that says so. `isWhole`: the bytes are all of it. */
export type ParseMail = (bytes: Uint8Array, isWhole: boolean) => Promise<ParsedMail>;

import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** Who took the case over last, and from which mailbox. Whose it is now is answered by `referrerOf`. */
export const handedToSchema = stored({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  from: z.string(),
  at: z.iso.datetime(),
});

/** A colleague that the referrer has asked to take the case over. Nothing changes before they confirm. */
export const handOverSchema = stored({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  /** The mailbox that asked. */
  by: z.string(),
  askedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

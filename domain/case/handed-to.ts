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

import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** Who told a member of staff the answer of the referrer, and on which local day. */
export interface Given {
  readonly name: string;
  readonly on: string;
}

/** The same as it is stored, with the member of staff who recorded it. */
export const givenSchema = stored({ name: z.string(), on: z.iso.date(), by: actorSchema });

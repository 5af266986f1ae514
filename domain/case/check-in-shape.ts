import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** That a family on a list is asked whether anything has changed. */
export const checkInShape = {
  checkIn: stored({
    /** For the how manieth time. */
    n: z.int().min(1),
    at: z.iso.datetime(),
    /** Since when it is to be sent; absent once it was. */
    toSend: z.iso.datetime().optional(),
  }).optional(),
};

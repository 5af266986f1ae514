import * as z from 'zod';
import { hadSchema } from '../lists/import/ended-before.ts';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** What a case holds of the file with which its child came. */
export const importedShape = {
  imported: stored({
    /** The import, by its id. */
    file: z.string(),
    /** Weekly sessions that took place before. */
    sessionsHad: z.int().min(0),
    /** That support ended before the service began: when, the most that the child had, and when they were accepted. */
    ended: stored({ on: z.iso.date(), had: openCode(hadSchema), acceptedOn: z.iso.date() }).optional(),
    /** That a person had the family invited to Stay and Play. `toTell`: since when it is to be told; absent once it was. */
    play: stored({ at: z.iso.datetime(), by: actorSchema, toTell: z.iso.datetime().optional() }).optional(),
    /** Since when no one is told anything of the child; absent once a person has released the file. */
    quietSince: z.iso.datetime().optional(),
  }).optional(),
};

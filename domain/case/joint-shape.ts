import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** How the parents said that they agree. */
export const jointHowSchema = z.enum(['PHONE', 'IN_PERSON', 'WRITTEN']);
export type JointHow = z.infer<typeof jointHowSchema>;

/** What another service says of one child. */
export const jointViewSchema = z.enum(['AGREE', 'NOT_THIS_CHILD', 'TALK']);
export type JointView = z.infer<typeof jointViewSchema>;

const done = { at: z.iso.datetime(), by: actorSchema };

const jointServiceSchema = stored({
  /** The service, as notices name it, and its name of then. */
  to: z.string(),
  name: z.string(),
  /** When someone there first opened the referral. */
  openedAt: z.iso.datetime().optional(),
  /** Through its link, by someone who gave their name and role. */
  view: stored({
    ...done,
    what: openCode(jointViewSchema),
    reason: z.string(),
    name: z.string(),
    role: z.string(),
  }).optional(),
  /** Whom the manager spoke to in its place, and what they said: it gave no view. */
  phoned: stored({ ...done, name: z.string(), said: z.string() }).optional(),
});
export type JointService = z.infer<typeof jointServiceSchema>;

/** What a case knows of the decision that is taken with other services. */
export const jointShape = {
  joint: stored({
    /** For the how manieth time the parents agreed. */
    n: z.int().min(1),
    /** Who of the parents agreed, by place in the referral, or by name and role where it does not name them. */
    agreed: stored({
      ...done,
      place: z.int().min(0).optional(),
      name: z.string().optional(),
      role: z.string().optional(),
      how: openCode(jointHowSchema),
      on: z.iso.date(),
    }),
    services: z.array(jointServiceSchema),
    /** How often a service has changed its view. */
    changes: z.int().min(1).optional(),
    /** When they were sent the link, when those who had not answered were reminded. */
    askedAt: z.iso.datetime().optional(),
    chasedAt: z.iso.datetime().optional(),
    /** The instant at which people are owed a notice about it; absent once no more is. */
    dueAt: z.iso.datetime().optional(),
    /** What was decided. `took`: who took part. */
    decision: stored({ ...done, isYes: z.boolean(), reason: z.string(), took: z.string() }).optional(),
    /** When the links closed: it was decided, the parents no longer agree, or the child left us or moved to another list. */
    ended: stored({ ...done, why: openCode(z.enum(['DECIDED', 'WITHDRAWN', 'LEFT'])) }).optional(),
  }).optional(),
};

import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';

/** How a file can stand: only a usable one is read. */
export const fileStateSchema = z.enum(['USABLE', 'PENDING', 'FAILED']);

/** How one file stood when it was checked; `versionId` is the very version that was looked at. */
const checkedFileSchema = stored({
  state: openCode(fileStateSchema),
  code: z.string(),
  versionId: z.string().optional(),
});

/** What the machine worked out, kept whole beside the case: number `n` of this case, never changed. */
export const storedCheckSchema = stored({
  reference: z.string(),
  n: z.int().min(1),
  at: z.iso.datetime(),
  policyVersion: z.int(),
  outcome: z.string(),
  reasons: z.array(z.string()),
  flags: z.array(z.string()),
  triageRecommendation: z.string().nullable(),
  homeVisiting: z.string().nullable(),
  suggestedPathways: z.array(z.string()),
  suggestedBand: z.literal([1, 2, 3]).nullable(),
  computed: z.record(z.string(), z.unknown()),
  findings: z.array(
    stored({
      rule: z.string(),
      code: z.string(),
      shownAs: z.string(),
      value: z.string(),
      threshold: z.string(),
      source: z.string(),
      reference: z.string(),
      sentence: z.string(),
      effect: z.string(),
    }),
  ),
  evidence: z.array(
    checkedFileSchema.extend({
      index: z.int(),
      /** Of a document in several files each page in order, the first included; the document stands as its worst page does. */
      pages: z.array(checkedFileSchema).optional(),
    }),
  ),
  /** Keyed hashes under which referrals that are like this one are found; they name no one. `names`: how its child's name sounds. */
  likeness: stored({
    child: z.string(),
    home: z.string().optional(),
    names: z.array(z.string()).optional(),
  }).optional(),
  /** Apart from the evidence, because it is none. */
  earlyHelpAssessment: checkedFileSchema.extend({ pages: z.array(checkedFileSchema).optional() }).optional(),
});
export type StoredCheck = z.infer<typeof storedCheckSchema>;

const broadSchema = z.object({ broadAreasMeetingDelay: z.int().min(0) });

/** In how many broad areas a check found the delay met; undefined where it could work out none. */
export function broadAreasIn(check: Pick<StoredCheck, 'computed'> | undefined): number | undefined {
  return broadSchema.safeParse(check?.computed).data?.broadAreasMeetingDelay;
}

import * as z from 'zod';

/**
 * A system that sends referrals, with what it may ask: requests a second, at one moment and a day. The defaults leave room
 * for some 300 referrals a day with two documents each, and for looking at them.
 */
const systemSchema = z.strictObject({
  name: z.string().regex(/^[a-z]([a-z0-9]|-(?=[a-z0-9])){1,39}$/, {
    error: 'must be 2 to 40 small letters, digits and single hyphens, and begin with a letter',
  }),
  perSecond: z.number().positive().max(100).default(5),
  atOnce: z.int().min(1).max(200).default(10),
  aDay: z.int().min(1).max(1_000_000).default(5_000),
});
export type System = z.infer<typeof systemSchema>;

export const systemsSchema = z
  .array(systemSchema)
  .max(50)
  .refine((systems) => new Set(systems.map(({ name }) => name.replaceAll('-', ''))).size === systems.length, {
    error: 'must not have a name twice, nor two that differ by hyphens only',
  })
  .default([]);

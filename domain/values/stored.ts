import * as z from 'zod';

/**
 * A stored object: its known fields are read strictly, its unknown ones are kept and written back. They are those of a later
 * release, whose item must pass through this one unharmed; the type shows the known ones only.
 */
export function stored<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape);
}

/** A code of a later release that this one does not know. It is kept as it is, and no conclusion is drawn from it. */
const laterCodeSchema = z.string().min(1).brand<'LaterCode'>();
export type LaterCode = z.infer<typeof laterCodeSchema>;

/** One of these codes, or one of a later release. A switch over it must say what happens with the latter. */
export function openCode<Known extends z.ZodEnum | z.ZodLiteral>(
  known: Known,
): z.ZodUnion<[Known, typeof laterCodeSchema]> {
  return z.union([known, laterCodeSchema]);
}

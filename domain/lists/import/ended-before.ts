import * as z from 'zod';

/** What a child can have had, the most first. */
export const hadSchema = z.enum(['HOME_VISITING', 'PORTAGE_GROUP', 'LITTLE_TREASURES', 'STAY_AND_PLAY']);
export type Had = z.infer<typeof hadSchema>;

/** What a present list says in place of a pathway where support ended before the service began: the most that the child had. */
export type EndedPathway = `CLOSED_${Had}`;
export const ENDED_PATHWAYS: readonly EndedPathway[] = hadSchema.options.map((had) => `CLOSED_${had}` as const);

/** What a child had whose support has ended; undefined for the code of a list on which a child waits. */
export function hadBefore(code: string): Had | undefined {
  return hadSchema.options.find((had) => `CLOSED_${had}` === code);
}

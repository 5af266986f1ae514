import * as z from 'zod';
import { parseInstant } from '#local/london.ts';
import { DemoError, getJson, localUrl, type World } from './world.ts';

const timeSchema = z.object({ now: z.iso.datetime() });

/** The simulated time; it runs on at real speed while people act. */
export function clockOf(world: World) {
  const url = localUrl(world, 'clock');
  const now = async () => (await getJson(timeSchema, url)).now;
  const move = async (body: { advance: string } | { at: string }) => {
    await getJson(timeSchema, url, { method: 'POST', body: JSON.stringify(body) });
  };
  return {
    now,
    advance: (duration: string) => move({ advance: duration }),
    /** Answers when everything that is due by now has run. */
    settle: () => move({ advance: 'PT0S' }),
    /** Moves to a wall-clock time in London; stays where that has passed already. */
    reach: async (time: string) => {
      const instant = parseInstant(time);
      if (instant === undefined) throw new DemoError(`"${time}" in the sample is not a time.`);
      if (instant.at > Date.parse(await now())) await move({ at: time });
    },
  };
}
export type DemoClock = ReturnType<typeof clockOf>;

import { localitySchema } from '../referral/codes.ts';
import type { TeamChange } from './change.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import { type Town, townInWords } from './stay-and-play.ts';
import type { Team } from './team.ts';

/** The team with this day, time and place in place of what was said of the same town, in the order of the towns. */
export function townChanged(team: Team, moment: TeamMoment, said: Town): TeamChange {
  const { town, day, from, until, venue, facts } = said;
  const before = team.stayAndPlay?.find((one) => one.town === town);
  const { facts: _said, ...kept } = before ?? {};
  const after: Town = { ...kept, town, day, from, until, venue, ...(facts && { facts }) };
  const others = (team.stayAndPlay ?? []).filter((one) => one.town !== town);
  const order: readonly string[] = localitySchema.options;
  const stayAndPlay = [...others, after].toSorted((a, b) => order.indexOf(a.town) - order.indexOf(b.town));
  const event = { what: 'STAY_AND_PLAY_CHANGED', ...fromOf(before), to: `${town}: ${townInWords(after)}` } as const;
  return nextTeam(team, moment, { stayAndPlay }, event);
}

/** The team without a day and place for this town: families are told to ask for them again. */
export function townRemoved(team: Team, moment: TeamMoment, town: string): TeamChange {
  const before = team.stayAndPlay?.find((one) => one.town === town);
  const stayAndPlay = (team.stayAndPlay ?? []).filter((one) => one.town !== town);
  return nextTeam(team, moment, { stayAndPlay }, { what: 'STAY_AND_PLAY_CHANGED', ...fromOf(before) });
}

function fromOf(before: Town | undefined): { readonly from?: string } {
  return before === undefined ? {} : { from: `${before.town}: ${townInWords(before)}` };
}

import { localitySchema } from '../referral/codes.ts';
import type { TeamChange } from './change.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import { datesInWords, hoursInWords, type SchoolSessions } from './school-sessions.ts';
import type { Team } from './team.ts';

type Which = Pick<SchoolSessions, 'town' | 'year'>;

/** The team with these sessions in place of what was said of the same town and year, in the order of the years and towns. */
export function sessionsSet(team: Team, moment: TeamMoment, said: SchoolSessions): TeamChange {
  const { town, year, on, from, until, venue, facts } = said;
  const { facts: _said, ...kept } = before(team, said) ?? {};
  const after: SchoolSessions = { ...kept, town, year, on, from, until, venue, ...(facts && { facts }) };
  const order: readonly string[] = localitySchema.options;
  const startingSchool = [...others(team, said), after].toSorted(
    (a, b) => a.year - b.year || order.indexOf(a.town) - order.indexOf(b.town),
  );
  const event = { what: 'STARTING_SCHOOL_CHANGED', ...fromOf(before(team, said)), to: inWords(after) } as const;
  return nextTeam(team, moment, { startingSchool }, event);
}

/** The team without sessions in this town and year. */
export function sessionsRemoved(team: Team, moment: TeamMoment, which: Which): TeamChange {
  const event = { what: 'STARTING_SCHOOL_CHANGED', ...fromOf(before(team, which)) } as const;
  return nextTeam(team, moment, { startingSchool: others(team, which) }, event);
}

const isSame = (one: Which, other: Which) => one.town === other.town && one.year === other.year;
const before = ({ startingSchool = [] }: Team, which: Which) => startingSchool.find((one) => isSame(one, which));
const others = ({ startingSchool = [] }: Team, which: Which) => startingSchool.filter((one) => !isSame(one, which));
const inWords = (one: SchoolSessions) => `${one.town}: ${datesInWords(one).join(', ')}, ${hoursInWords(one)}`;

function fromOf(one: SchoolSessions | undefined): { readonly from?: string } {
  return one === undefined ? {} : { from: inWords(one) };
}

import type { Case } from '../case/case.ts';
import { hasDied } from '../case/death.ts';
import { isQuiet } from '../case/imported.ts';
import { startsIn } from '../case/school.ts';
import { type Had, hadSchema } from '../lists/import/ended-before.ts';
import { receptionStart } from '../rules/age.ts';
import type { Policy } from '../service/policy.ts';
import { HOME_VISITING, sessionsOf } from './block.ts';
import type { Support } from './support.ts';

interface Leaver {
  readonly dob: string;
  /** The most that the child had: a pathway of RULES, or null for nothing. */
  readonly previousIntervention: string | null;
  /** The year of the summer term in which the sessions run. */
  readonly summerTerm: number;
}

/**
 * Whether a child is invited to the Starting School sessions of a summer term. Yes for those who start school the
 * coming September and had home visiting or the Portage group. The published text is silent on another pathway alone,
 * so a person decides (`REVIEW`).
 */
export function startingSchool({ dob, previousIntervention, summerTerm }: Leaver, policy: Policy) {
  const starts = receptionStart(dob, policy);
  const isComing = starts === `${summerTerm}-09-01` && previousIntervention !== null;
  return { receptionStart: starts, invited: isComing && (isNamed(previousIntervention) || ('REVIEW' as const)) };
}

/** Whether the published text names this pathway, so that no one has to decide. */
function isNamed(pathway: string): boolean {
  return pathway === HOME_VISITING || pathway === 'PORTAGE_GROUP';
}

/** Why a child is in a cohort, is not, or is for a person to decide. */
export type CohortWhy = `HAD_${Had}` | 'CHOSEN' | 'LEFT_OUT' | 'NOT_RELEASED' | 'ANOTHER_YEAR' | 'DIED';

export interface CohortPlace {
  readonly is: 'IN' | 'REVIEW' | 'OUT';
  readonly why: CohortWhy;
}

/** What a support is read for. */
type OfSupport = Pick<Support, 'block' | 'started' | 'attendance' | 'offers'>;

/**
 * The most that a child on our lists had. Home visiting counts from the first weekly session, a group from the first attendance.
 * Everyone whom we accepted was invited to Stay and Play. Of support that ended before the service began the team’s own list says it.
 */
export function hadMost({ imported }: Pick<Case, 'imported'>, support: OfSupport | undefined): Had {
  if (imported?.ended && !support) return hadSchema.safeParse(imported.ended.had).data ?? 'STAY_AND_PLAY';
  const sessions = (support?.block ? sessionsOf(support.block) : 0) + (imported?.sessionsHad ?? 0);
  if (sessions > 0 || support?.started?.pathway === HOME_VISITING) return HOME_VISITING;
  const groups = groupsOf(support);
  return (['PORTAGE_GROUP', 'LITTLE_TREASURES'] as const).find((one) => groups.includes(one)) ?? 'STAY_AND_PLAY';
}

/** The groups to which the child came at least once. */
function groupsOf(support: OfSupport | undefined): string[] {
  if (!support) return [];
  const { started, attendance = [], offers } = support;
  const came = attendance.filter(({ isPresent }) => isPresent).map(({ group }) => group);
  const attended = offers.filter(({ slot }) => came.some((group) => slot.id.startsWith(`${group}-`)));
  return [...(started ? [started.pathway] : []), ...attended.map(({ slot }) => slot.pathway)];
}

/**
 * Where a child stands in the cohort of a summer term. No one who has died is ever in one, nor who starts school in another year,
 * also where the family has put the start off. What a person decided for this year goes before the rule.
 */
export function cohortPlace(
  theCase: Pick<Case, 'school' | 'death' | 'imported'>,
  support: OfSupport | undefined,
  summerTerm: number,
): CohortPlace {
  if (hasDied(theCase)) return { is: 'OUT', why: 'DIED' };
  if (startsIn(theCase) !== summerTerm) return { is: 'OUT', why: 'ANOTHER_YEAR' };
  if (isQuiet(theCase)) return { is: 'OUT', why: 'NOT_RELEASED' };
  const chosen = theCase.school?.chosen?.year === summerTerm ? theCase.school.chosen : undefined;
  if (chosen) return chosen.isInvited ? { is: 'IN', why: 'CHOSEN' } : { is: 'OUT', why: 'LEFT_OUT' };
  const had = hadMost(theCase, support);
  return { is: isNamed(had) ? 'IN' : 'REVIEW', why: `HAD_${had}` };
}

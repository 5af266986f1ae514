import type { Case } from '#domain/case/case.ts';
import { isUnanswered } from '#domain/case/questioned.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Band } from '#domain/lists/band.ts';
import { type Meeting, meetingsToCome } from '#domain/people/meetings.ts';
import { hasRole, isOnLeave, type Person } from '#domain/people/person.ts';
import { type SetService, servicesOffered } from '#domain/people/services.ts';
import type { Team } from '#domain/people/team.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, londonInstant } from '#domain/values/dates.ts';

/** What a decision is held against: the check, the calendar, the team and the policy of this moment. */
export interface DecisionContext {
  readonly recommendation: string | null;
  readonly suggestedBand: Band | null;
  readonly today: string;
  /** The days of meetings until today, the newest first. Empty where the calendar has none: then any past day counts. */
  readonly meetings: readonly string[];
  /** Who can be the second person: those of the team who may decide and are at work today. */
  readonly seconds: readonly Person[];
  readonly acceptOutsideMeeting: boolean;
  /** Whether the last question of the team was not answered in time: only then a referral may be closed for that. */
  readonly isUnanswered: boolean;
  /** The meetings to which a referral can be deferred, the first one first, and the one that is meant where none is named. */
  readonly toCome: readonly Meeting[];
  readonly nextMeeting: Meeting | undefined;
  /** The services that the team has set, and to which a referral can be redirected now. */
  readonly services: readonly Pick<SetService, 'code' | 'name'>[];
}

/** What a decision of now is held against. */
export function decisionContext(
  {
    team,
    policy,
    now,
    theCase,
  }: {
    readonly team: Team;
    readonly policy: Policy;
    readonly now: string;
    readonly theCase: Pick<Case, 'ask'>;
  },
  check: Pick<StoredCheck, 'triageRecommendation' | 'suggestedBand'> | undefined,
): DecisionContext {
  const today = londonDateOf(now);
  const toCome = meetingsToCome(team.meetings, now);
  const mayDecide = (person: Person) => hasRole(person, 'TRIAGER') || hasRole(person, 'SERVICE_MANAGER');
  return {
    recommendation: check?.triageRecommendation ?? null,
    suggestedBand: check?.suggestedBand ?? null,
    today,
    meetings: meetingDays(team).filter((on) => on <= today),
    seconds: team.people.filter((person) => person.isActive && mayDecide(person) && !isOnLeave(person, today)),
    acceptOutsideMeeting: policy.acceptOutsideMeeting,
    isUnanswered: isUnanswered(theCase),
    toCome,
    services: servicesOffered(team),
    nextMeeting: toCome.find(({ on, from }) => londonInstant(on, from) > now),
  };
}

/** The days of the calendar, the newest first. */
function meetingDays({ meetings = [] }: Team): string[] {
  return meetings
    .map(({ on }) => on)
    .sort()
    .reverse();
}

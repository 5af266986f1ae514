import type { Case } from '#domain/case/case.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { targetDate } from '#domain/lists/target.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { ageDates } from '#domain/rules/age.ts';
import type { Policy } from '#domain/service/policy.ts';
import { ageInWords, daysBetween, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import type { AreaRow } from './development.ts';
import { missingIn } from './missing.ts';
import { type SafetyFact, safetyFacts } from './safety.ts';

/** The first block of a record; null for a referral that cannot be read as one. */
export function glanceOf({ referral, ...sources }: StoredSources, today: string, policy: Policy) {
  return referral ? atAGlance({ ...sources, referral }, today, policy) : null;
}

/** What someone who decides must know first: the age today and what hangs on it, safety, near misses and what is missing. */
function atAGlance({ referral, theCase, development }: GlanceSources, today: string, policy: Policy) {
  const { ageAtReferral, thirdBirthday, birthday } = ageDates(referral.child.dob, today, policy);
  // What was decided is not accepted today.
  const ifAccepted = theCase.outcome === null ? targetDate(today, policy) : undefined;
  const target = theCase.list?.targetOn ?? ifAccepted;
  const { gestationWeeks } = referral.child;
  return {
    age: ageInWords(ageAtReferral),
    birthday: birthday.charAt(0).toUpperCase() + birthday.slice(1),
    birthdayOn: `${plainDate(thirdBirthday)}, ${daysInWords(daysBetween(today, thirdBirthday))}`,
    target: target === undefined ? '' : plainDate(target),
    targetFor: theCase.list ? 'Target date' : 'Target date if accepted today',
    isBefore: target !== undefined && thirdBirthday <= target && thirdBirthday >= today,
    bornEarly:
      gestationWeeks !== undefined && gestationWeeks < policy.termGestationWeeks
        ? `Born early, at ${gestationWeeks} weeks`
        : '',
    safety: [...stoppedByStaff(theCase), ...safetyFacts(referral)],
    nearMisses: development.filter(({ isNear }) => isNear).map(({ area, delay }) => `${area} (${delay})`),
    notAssessed: development.filter(({ isAssessed }) => !isAssessed).map(({ area }) => area),
    missing: missingIn(referral),
  };
}

interface GlanceSources {
  readonly referral: Referral;
  readonly theCase: { readonly list: Pick<ListEntry, 'targetOn'> | null } & Pick<
    Case,
    'noFamilyEmail' | 'safePlace' | 'outcome'
  >;
  readonly development: readonly AreaRow[];
}

interface StoredSources extends Omit<GlanceSources, 'referral'> {
  readonly referral: Referral | undefined;
}

/** What staff recorded since the referral was sent stands first. */
function stoppedByStaff({ noFamilyEmail, safePlace }: Pick<Case, 'noFamilyEmail' | 'safePlace'>): SafetyFact[] {
  if (safePlace) return [movedAway(safePlace)];
  if (!noFamilyEmail) return [];
  const { by, at, reason } = noFamilyEmail;
  const said = `Do not email the family. Recorded by ${actorInWords(by)} on ${instantInWords(at)}: ${reason}`;
  return [{ mark: 'Do not email', said }];
}

/** That the family has moved to a safe place, for whoever would go to the address in the referral. */
export function movedAway({ by, at, reason }: NonNullable<Case['safePlace']>): SafetyFact {
  const said = `Do not go to the address in the referral, and do not give it to anyone. Do not email the family. Recorded by ${actorInWords(by)} on ${instantInWords(at)}: ${reason}`;
  return { mark: 'Moved to a safe place', said };
}

/** How far off a day is: `12 days left`, `today` or `3 days ago`. */
function daysInWords(days: number): string {
  if (days === 0) return 'today';
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days > 0 ? `${count} left` : `${count} ago`;
}

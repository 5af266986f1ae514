import type { Case } from '#domain/case/case.ts';
import { correctedBirthDate } from '#domain/case/corrected.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { ageDates } from '#domain/rules/age.ts';
import type { Policy } from '#domain/service/policy.ts';
import { ageInWords, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import type { RecordSources } from '../record/sources.ts';
import { changeOf } from './change.ts';
import { birthDateWords, changeWords } from './words.ts';

/** Each correction of the date of birth, with who made it, when and why. */
export function correctionsInWords({ birthDates = [] }: Pick<Case, 'birthDates'>): string[] {
  return birthDates.map(({ from, on, at, by, reason }) =>
    birthDateWords.corrected({
      ...{ from: plainDate(from), on: plainDate(on), at: instantInWords(at), by: actorInWords(by), reason },
    }),
  );
}

/** What hangs on the corrected date; nothing where none was corrected. */
export function rulesInWords(sources: RecordSources, policy: Policy): string[] {
  const on = correctedBirthDate(sources.theCase);
  const change = changeOf(sources, policy);
  if (on === undefined || change === undefined) return [];
  const { ageAtReferral, thirdBirthday, birthday } = ageDates(on, sources.theCase.referralOn, policy);
  const { age, birthday: falls } = birthDateWords;
  return [age(ageInWords(ageAtReferral)), falls(birthday, plainDate(thirdBirthday)), changeWords[change]];
}

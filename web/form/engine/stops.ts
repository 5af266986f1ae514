import { birthDateIn, type Part, partialAssessment } from '../body/partial-assessment.ts';
import type { RuleFacts } from './page-types.ts';

/** What the list of tasks says of a page whose answers keep the referral from being sent, by the finding. */
export const stopWords: ReadonlyMap<string, string> = new Map([
  ['PARENT_DOES_NOT_AGREE', 'Cannot be sent: parents do not agree'],
  ['AIMS_OF_PORTAGE_NOT_EXPLAINED', 'Cannot be sent: aims of Portage not explained'],
  ['AGE_BEYOND_RECEPTION', 'Cannot be sent: the Reception year has ended'],
]);

export const agreementStop = (known: RuleFacts): string => stopIn(known, ['consent']);

export const ageStop = (known: RuleFacts): string =>
  birthDateIn(known.body) === undefined ? '' : stopIn(known, ['settingHoursPerWeek']);

/** The words for the first finding about these parts that keeps the referral from being sent. */
function stopIn({ body, today, policy }: RuleFacts, parts: readonly Part[]): string {
  const { findings } = partialAssessment(body, parts, today, policy);
  return findings.flatMap(({ code }) => stopWords.get(code) ?? []).at(0) ?? '';
}

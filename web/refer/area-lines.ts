import type { Assessment } from '#domain/assessment.ts';
import { codeInWords } from '../record/words.ts';

/** Each scored area in a sentence: the ages in months, the delay in percent, and whether it counts. */
export function areaLines({ computed }: Assessment): string[] {
  return (computed.areas ?? []).map((one) => {
    const percent = one.delayPercent === null ? '' : `, ${one.delayPercent}% behind`;
    const counts = one.meets ? 'counts as a delay' : 'does not count as a delay';
    const ages = `${one.developmentalAgeMonths} months at the age of ${one.chronologicalAgeMonths} months`;
    return `${codeInWords(one.area)}: ${ages}${percent}; ${counts}.`;
  });
}

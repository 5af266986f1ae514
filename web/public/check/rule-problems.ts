import type { Problem } from '#domain/problems/problems.ts';
import type { Area } from '#domain/referral/codes.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { FieldProblem } from './typed-referral.ts';

const fields: Readonly<Record<string, string>> = {
  'child.dob': 'on-dob-day',
  'child.gestationWeeks': 'number-gestation',
  'otherInterventions[0].hoursPerWeek': 'number-otherHours',
  settingHoursPerWeek: 'number-settingHours',
};

/** The problems that the rules found, each at its field of the form; one for each field. */
export function ruleProblems(problems: readonly Problem[], scored: readonly Area[]): FieldProblem[] {
  const found = problems.map(({ path, message }) => {
    const [, index, field] = /^assessments\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    const area = scored[Number(index)];
    if (field === 'developmentalAgeMonths' && area) {
      return { path: `age-${area}`, message: message.replace(/^Assessment \d+,/, `${codeInWords(area)}:`) };
    }
    if (field) return { path: 'on-assessed-day', message: message.replace(/^Assessment \d+/, 'The assessment') };
    return { path: fields[path] ?? 'on-dob-day', message: message.replace(/^Other intervention 1, /, '') };
  });
  return found.filter(({ path }, i) => found.findIndex((other) => other.path === path) === i);
}

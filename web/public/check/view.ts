import { evidenceNames } from '#domain/notices/words.ts';
import type { Policy } from '#domain/service/policy.ts';
import { codeInWords } from '../../components/record/words.ts';
import { areas, type CheckForm, dateIn, evidenceKinds } from './form.ts';
import type { FieldProblem } from './typed-referral.ts';

/** What the template of the form shows: every field with its words, what was typed, and what is wrong with it. */
export function formView(form: CheckForm, problems: readonly FieldProblem[], policy: Policy) {
  const counts = [...policy.acceptedEvidence, ...policy.judgedEvidence];
  const kinds = [...counts, ...evidenceKinds.filter((kind) => !counts.includes(kind))];
  return {
    problems,
    wrong: Object.fromEntries(problems.map(({ path, message }) => [path, { text: message }])),
    typed: form,
    dob: dateIn(form, 'dob'),
    assessed: dateIn(form, 'assessed'),
    areas: areas.map((area) => ({ path: `age-${area}`, name: codeInWords(area), value: form[`age-${area}`] ?? '' })),
    kinds: kinds.map((kind) => {
      const name = `evidence-${kind}`;
      return { name, id: name, value: 'yes', text: evidenceNames[kind], checked: form[name] === 'yes' };
    }),
  };
}

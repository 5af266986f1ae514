import { localitySchema } from '#domain/referral/codes.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { DatePart } from '../../components/date-fault.ts';
import { dateProblemAt, readTypedDate } from '../../components/date-problem.ts';
import { codeInWords } from '../../components/record/words.ts';
import { isBlank } from '../../components/typed-date.ts';
import { readNumber, type Unit } from '../../components/typed-number.ts';
import { areas, type CheckForm, dateIn, evidenceKinds } from './form.ts';

/** One thing to correct, at the input whose id is `path`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
  /** Of a date, which boxes are marked: none for all of them. */
  readonly parts?: readonly DatePart[];
}

/** The form as a referral with only what the rules need, or what to correct first. */
export function typedReferral(form: CheckForm, policy: Policy) {
  const problems: FieldProblem[] = [];
  const ask = (path: string, message: string) => {
    problems.push({ path, message });
    return undefined;
  };
  const date = (name: 'dob' | 'assessed', called: string) => {
    const read = readTypedDate(dateIn(form, name), called);
    if ('on' in read) return read.on;
    problems.push(dateProblemAt(`on-${name}`, read));
    return undefined;
  };
  const number = (path: string, unit: Unit, message: string) =>
    readNumber(form[path] ?? '', unit) ?? ask(path, message);
  const yes = (name: string, message: string) => {
    const answer = form[`answer-${name}`];
    return answer === 'yes' || answer === 'no' ? answer === 'yes' : ask(`answer-${name}`, message);
  };
  const scored = areas.filter((area) => form[`age-${area}`] !== '');
  const isAssessed = scored.length > 0 || !isBlank(dateIn(form, 'assessed'));
  const dob = date('dob', 'the child’s date of birth');
  const weeks =
    form['number-gestation'] === ''
      ? undefined
      : number('number-gestation', 'weeks', 'Enter the weeks as a number, like 34');
  const assessedOn = isAssessed ? date('assessed', 'the date of the assessment') : undefined;
  const assessments = scored.map((area) => ({
    area,
    tool: 'UNSTATED',
    assessedOn,
    developmentalAgeMonths: number(
      `age-${area}`,
      'months',
      `Enter the developmental age for ${codeInWords(area).toLowerCase()} in months, like 14 or 14.5`,
    ),
  }));
  const hoursPerWeek = number('number-otherHours', 'hours', 'Enter the hours a week of other help, or 0');
  const settingHoursPerWeek = number(
    'number-settingHours',
    'hours',
    'Enter the hours a week in a nursery or other setting, or 0',
  );
  const weeklyHomeVisits = yes('available', 'Select yes if the family can be at home for a visit every week');
  const parentAgreesToReferral = yes('agrees', 'Select yes if the parents or carers agree to the referral');
  const parentUnderstandsAims = yes('aims', 'Select yes if someone has explained the aims of Portage');
  const referral = {
    ...placeholders(policy),
    child: { firstName: 'A', lastName: 'B', dob, gestationWeeks: weeks },
    assessments,
    evidence: evidenceKinds
      .filter((kind) => form[`evidence-${kind}`] === 'yes')
      .map((type) => ({ type, title: codeInWords(type) })),
    otherInterventions: [{ type: 'OTHER', hoursPerWeek }],
    settingHoursPerWeek,
    consent: { parentAgreesToReferral, parentUnderstandsAims },
    availability: { weeklyHomeVisits },
  };
  return { referral, problems, scored };
}

/** Fills what a referral must hold and no rule of the check reads. */
function placeholders({ postcodeDistricts: [district = ''] }: Policy) {
  return {
    referrer: { role: 'OTHER', name: 'A', email: 'a@example.org' },
    family: { parents: [{ name: 'A', phone: '01632 960000' }] },
    locality: localitySchema.options[0],
    postcode: `${district.split('-')[0]} 1AA`,
    physicalDevelopmentSignificantlyAffected: false,
    immediateRisk: false,
  };
}

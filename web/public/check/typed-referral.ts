import { localitySchema } from '#domain/referral/codes.ts';
import type { Policy } from '#domain/service/policy.ts';
import { codeInWords } from '../../components/record/words.ts';
import { isBlank, readTypedDate } from '../../components/typed-date.ts';
import { areas, type CheckForm, dateIn, evidenceKinds } from './form.ts';

/** One thing to mend, at the input whose id is `path`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The form as a referral that holds nothing but what the rules look at, or what has to be mended first. */
export function typedReferral(form: CheckForm, policy: Policy) {
  const problems: FieldProblem[] = [];
  const ask = (path: string, message: string) => {
    problems.push({ path, message });
    return undefined;
  };
  const date = (name: 'dob' | 'assessed', missing: string) => {
    const read = readTypedDate(dateIn(form, name), missing);
    return 'on' in read ? read.on : ask(`on-${name}-day`, read.problem);
  };
  const number = (path: string, message: string) => {
    const text = (form[path] ?? '').replace(',', '.');
    return /^-?\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : ask(path, message);
  };
  const yes = (name: string, message: string) => {
    const answer = form[`answer-${name}`];
    return answer === 'yes' || answer === 'no' ? answer === 'yes' : ask(`answer-${name}`, message);
  };
  const scored = areas.filter((area) => form[`age-${area}`] !== '');
  const isAssessed = scored.length > 0 || !isBlank(dateIn(form, 'assessed'));
  const dob = date('dob', 'Enter the child’s date of birth');
  const weeks =
    form['number-gestation'] === '' ? undefined : number('number-gestation', 'Enter the weeks as a number, such as 34');
  const assessedOn = isAssessed ? date('assessed', 'Enter the date of the assessment') : undefined;
  const assessments = scored.map((area) => ({
    area,
    tool: 'UNSTATED',
    assessedOn,
    developmentalAgeMonths: number(
      `age-${area}`,
      `${codeInWords(area)}: enter the developmental age in months, such as 14 or 14.5`,
    ),
  }));
  const hoursPerWeek = number('number-otherHours', 'Enter the hours of other help a week, or 0');
  const settingHoursPerWeek = number('number-settingHours', 'Enter the hours in a setting a week, or 0');
  const weeklyHomeVisits = yes('available', 'Say whether the family can be at home for a weekly visit');
  const parentAgreesToReferral = yes('agrees', 'Say whether the parents agree to the referral');
  const parentUnderstandsAims = yes('aims', 'Say whether the aims of Portage were explained');
  const referral = {
    ...nobody(policy),
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

/** What a referral must hold and no rule of the check looks at. */
function nobody({ postcodeDistricts: [district = ''] }: Policy) {
  return {
    referrer: { role: 'OTHER', name: 'A', email: 'a@example.org' },
    family: { parents: [{ name: 'A', phone: '01632 960000' }] },
    locality: localitySchema.options[0],
    postcode: `${district.split('-')[0]} 1AA`,
    physicalDevelopmentSignificantlyAffected: false,
    immediateRisk: false,
  };
}

import type { AssessmentResult } from '#application/assessments/change-assessment.ts';
import { isVisitedBy } from '#domain/case/assessment.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { dateIn } from '../../components/typed-date.ts';
import { readTime } from '../../components/typed-time.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { ASSESSMENTS_AT, assessmentAt } from './address.ts';
import { mayBook } from './guard.ts';
import { assessmentPage, type TypedAssessment } from './page.ts';
import { assessmentFaultWords, assessmentRefusalWords, warningWords } from './words.ts';

/** POST of one of the forms: booked, moved, cancelled or recorded; or the page with what is wrong, and everything typed. */
export function postAssessment(deps: StaffDeps) {
  return async (access: RecordSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const result = await entered(deps, access, form);
    if (result === undefined) return notFound(deps);
    if ('theCase' in result) {
      const isOpen = mayBook(access.person) || isVisitedBy(result.theCase, access.person.id);
      const on = isOpen ? `${assessmentAt(reference)}?form=${form.change}` : ASSESSMENTS_AT;
      return seeOther(absoluteUrl(deps.baseUrl, on));
    }
    const theCase = (await deps.cases.readCase(reference)) ?? access.theCase;
    return assessmentPage(deps, { ...access, theCase }, { form, ...wrongIn(result) });
  };
}

type Entered = Exclude<Awaited<ReturnType<StaffDeps['bookAssessment']>>, { readonly theCase: unknown }>;

function wrongIn(result: Entered): Omit<TypedAssessment, 'form'> {
  if ('warned' in result) return { problems: [], warnings: result.warned.map((one) => warningWords[one]), status: 409 };
  if ('refused' in result) return { problems: [assessmentRefusalWords[result.refused]], status: 409 };
  const problems = inCommandWords(assessmentFaultWords, result.problems);
  return { problems: problems.map(({ path, message }) => ({ path: path === 'on' ? 'on-day' : path, message })) };
}

/** What one of the forms asks for; undefined for a form that is none of them. */
async function entered(
  deps: StaffDeps,
  { actor, theCase: { reference } }: RecordSeen,
  form: FormFields,
): Promise<Awaited<ReturnType<StaffDeps['bookAssessment']>> | AssessmentResult | undefined> {
  const { at = '', person = '', where = '', seen = '', reason = '', words = '', why = '', outcome = '' } = form;
  const { band = '', settingHours = '', agreed = '' } = form;
  switch (form.change) {
    case 'BOOK': {
      const when = { person, on: dateIn(form, 'on'), at: readTime(at) ?? at, seen, anyway: form.anyway === '1' };
      return form.place === 'ELSEWHERE'
        ? deps.bookAssessment(reference, { ...when, place: 'ELSEWHERE', where }, actor)
        : deps.bookAssessment(reference, { ...when, place: 'HOME', where }, actor);
    }
    case 'CANCEL':
      return deps.cancelAssessment(reference, { seen, reason }, actor);
    case 'MISSED':
      return deps.missAssessment(reference, { seen, why, words }, actor);
    case 'DONE':
      return deps.finishAssessment(
        reference,
        { seen, outcome, band: bandOf(band), settingHours, agreed: answerOf(agreed), words },
        actor,
      );
    default:
      return undefined;
  }
}

const bandOf = (typed: string) => (typed === '1' || typed === '2' || typed === '3' ? typed : '');
const answerOf = (typed: string) => (typed === 'yes' || typed === 'no' ? typed : '');

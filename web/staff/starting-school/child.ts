import type { SchoolResult } from '#application/starting-school/school-command.ts';
import { hasDied } from '#domain/case/death.ts';
import { isInvitedFor, startsIn } from '#domain/case/school.ts';
import { yearOf } from '#domain/case/school-attendance.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { knownIn } from '#domain/referral/known.ts';
import { cohortPlace } from '#domain/support/starting-school.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { recordAt } from '../records/address.ts';
import { SCHOOL_AT, schoolChildAt } from './address.ts';
import { answerInWords } from './view.ts';
import { schoolAnswers, schoolFaultWords, whyInWords, schoolWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  readonly form: Partial<FormFields>;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET: what is recorded of one child, by name. Showing a name is a reading of that child's record. */
export function getSchoolChild(deps: StaffDeps) {
  return async (seen: RecordSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const notice = query.done === 'yes' ? words.saved : query.done === 'no' ? words.same : '';
    return childPage(deps, seen, { status: 200, notice, form: {}, problems: [] });
  };
}

/** POST of one of the forms. A second press changes nothing, and says so. */
export function postSchoolChild(deps: StaffDeps) {
  return async (seen: RecordSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = seen.theCase;
    if (!seen.theCase.school || hasDied(seen.theCase)) return notFound(deps);
    const result = await recorded(deps, seen, form);
    if (result.kind !== 'INVALID') {
      const done = result.kind === 'DONE' ? 'yes' : 'no';
      return seeOther(absoluteUrl(deps.baseUrl, `${schoolChildAt(reference)}?done=${done}`));
    }
    const ofDeferral = form.change === 'DEFER';
    const problems = inCommandWords(schoolFaultWords, result.problems).map((one) =>
      one.path === 'reason' && ofDeferral ? { ...one, path: 'deferReason' } : one,
    );
    return childPage(deps, seen, { status: 422, notice: '', form, problems });
  };
}

function recorded(deps: StaffDeps, { theCase, actor }: RecordSeen, form: FormFields): Promise<SchoolResult> {
  const { reference } = theCase;
  const { what = '', isDeferred = '', deferReason = '', isInvited = '', reason = '' } = form;
  const year = Number(form.year) || 0;
  if (form.change === 'DEFER') return deps.deferEntry(reference, { isDeferred, reason: deferReason }, actor);
  if (form.change === 'CHOOSE')
    return deps.chooseForSchool(year, { references: [reference], isInvited, reason }, actor);
  return deps.answerSchool(reference, year, { what }, actor);
}

/** To which sessions of this summer term the child came, and to which not. */
function attendanceRows({ attendance = [] }: NonNullable<RecordSeen['theCase']['school']>, year: number) {
  return [true, false].flatMap((is) => {
    const on = attendance.filter((one) => one.isPresent === is && yearOf(one) === year).map((one) => plainDate(one.on));
    return on.length === 0 ? [] : [{ label: is ? words.cameTo : words.didNotCome, value: on.join(', ') }];
  });
}

async function childPage(deps: StaffDeps, seen: RecordSeen, { status, notice, form, problems }: Shown) {
  const { theCase, actor: by } = seen;
  const { reference, school } = theCase;
  const year = startsIn(theCase);
  if (!school || year === undefined) return notFound(deps);
  const [stored, support] = await Promise.all([
    deps.referrals.readReferral(reference),
    theCase.toSupport && deps.supports.readSupport(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  const { deferredEntry, invited, answer } = school;
  const name = knownIn(stored).child || words.nameless(reference);
  const isInvited = isInvitedFor(theCase, year);
  const place = cohortPlace(theCase, support || undefined, year);
  const starts = deferredEntry ? words.deferred(year, actorInWords(deferredEntry.by)) : words.september(year);
  const yesNo = [
    { value: 'YES', label: words.yes },
    { value: 'NO', label: words.no },
  ];
  return areaPage(deps, seen, {
    ...{ here: SCHOOL_AT, template: 'staff/starting-school/child.njk', title: words.childTitle(name), status },
    data: {
      ...{ words, notice, form, problems, year, at: schoolChildAt(reference), back: `${SCHOOL_AT}?year=${year}` },
      ...{ record: recordAt(reference), hasDied: hasDied(theCase), isInvited, answers: schoolAnswers, yesNo },
      isDeferred: deferredEntry ? 'YES' : 'NO',
      present: answer && isInvited ? answer.what : '',
      rows: [
        { label: words.starts, value: starts },
        { label: words.why, value: whyInWords(place.why) },
        ...(isInvited && invited
          ? [
              { label: words.invitedOn, value: plainDate(londonDateOf(invited.at)) },
              { label: words.answer, value: answer ? answerInWords(answer.what) : words.noAnswerYet },
            ]
          : []),
        ...attendanceRows(school, year),
      ],
    },
  });
}

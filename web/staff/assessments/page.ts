import { readFamily } from '#application/read-family.ts';
import { assessmentOf, isVisitedBy } from '#domain/case/assessment.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { knownIn } from '#domain/referral/known.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepMark, keepOn } from '../../keep/keep.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { recordAt } from '../records/address.ts';
import { recordsWords } from '../records/words.ts';
import { wrongDates } from '../settings/problems.ts';
import { ASSESSMENTS_AT, assessmentAt } from './address.ts';
import { beforeVisit, familyRows, stageOf, visitors, visitRows } from './view.ts';
import { missedChoices, outcomeChoices, assessmentWords as words } from './words.ts';

/** What was typed, what is wrong with it, and what to think of before it is booked all the same. */
export interface TypedAssessment {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly warnings?: readonly string[];
  readonly status?: number;
  /** Which form was saved just now. */
  readonly saved?: string | undefined;
}

const yesNo = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];
const bands = [1, 2, 3].map((band) => ({ value: String(band), label: words.bandLabel(band) }));

/** GET: the initial assessment of one child, with the forms that its stage has. Showing it is a reading. */
export function getAssessment(deps: StaffDeps) {
  return (access: RecordSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    assessmentPage(deps, access, { form: {}, problems: [], saved: query.form });
}

/** The page with what was typed. Who the child is and where they live is shown to who books or visits. */
export async function assessmentPage(
  deps: StaffDeps,
  access: RecordSeen,
  { form, problems, warnings = [], status, saved }: TypedAssessment,
): Promise<HttpResponse> {
  const { theCase, actor: by, team, person } = access;
  const { reference, list } = theCase;
  const [stored, capacity] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.readCapacity(),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  if (!stored) return say(deps, 404, recordsWords.record(reference), recordsWords.lost);
  const assessment = assessmentOf(theCase);
  const family = await readFamily(deps, theCase, addresseesOf(stored.body));
  const referral = referralIn(stored);
  const stage = theCase.death ? 'NOT_WAITING' : stageOf(theCase, deps.now());
  const mayRead = ['SERVICE_MANAGER', 'AUDITOR'].some((role) => person.roles.some((own) => own === role));
  const isTyped = problems.length > 0 || warnings.length > 0;
  const forms = ['DONE', 'MISSED', 'BOOK', 'CANCEL'];
  const keep = keepOn({ person: person.id, reference, forms, saved, isTyped });
  return areaPage(deps, access, {
    here: ASSESSMENTS_AT,
    script: keep.script,
    status: status ?? (problems.length > 0 ? 422 : 200),
    template: 'staff/assessments/assessment.njk',
    title: words.one(reference),
    data: {
      ...{ words, problems, warnings, form, stage, outcomeChoices, missedChoices, yesNo, bands },
      ...{ at: assessmentAt(reference), list: ASSESSMENTS_AT, keep },
      over: keepMark(stage, String(assessment.visit?.n ?? 0)),
      recordLink: mayRead || isVisitedBy(theCase, person.id) ? recordAt(reference) : '',
      rows: [...visitRows(assessment, team), ...(theCase.death ? [] : familyRows(knownIn(stored), family))],
      before: theCase.death ? [] : beforeVisit(referral, family, theCase),
      isQuiet: list?.quiet !== undefined,
      seen: assessment.visit?.n ?? 0,
      visit: assessment.visit ?? null,
      people: visitors(team, list?.locality ?? '', capacity.practitioners),
      places: [
        { value: 'HOME', label: words.atHome },
        { value: 'ELSEWHERE', label: words.elsewhere },
      ],
      asksBand: list !== null && list.band === null,
      bandHint: words.bandHint(list?.suggestedBand ?? null),
      wrong: wrongDates(problems, ['on']),
    },
  });
}

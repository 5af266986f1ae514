import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { SCHOOL_AT, SESSIONS_AT, schoolChildAt, yearIn } from './address.ts';
import { cohortView } from './view.ts';
import { schoolFaultWords, schoolWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  readonly form: Partial<FormFields>;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const AS_IT_IS: Shown = { status: 200, notice: '', form: {}, problems: [] };
const ONE = /^child-(.+)$/;

/** GET: the cohort of a year as it is worked out now, with why each child is where they are. */
export function getCohort(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { year, invited, done } = query;
    const counted = /^\d{1,4}$/.test(invited ?? '') ? words.done(invited ?? '') : '';
    const saved = done === 'yes' ? words.saved : done === 'no' ? words.same : '';
    return cohortPage(deps, access, yearIn(year, deps.now()), { ...AS_IT_IS, notice: counted || saved });
  };
}

/** POST of one of the forms: invite the cohort, decide on some children, or open one who is missing. */
export function postCohort(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields): Promise<HttpResponse> => {
    const year = yearIn(form.year, deps.now());
    if (form.change === 'FIND') return find(deps, access, year, form);
    if (form.change === 'CHOOSE') return choose(deps, access, year, form);
    const { references = '', dates = '' } = form;
    const command = { year, references: references.split(' ').filter(isReference), dates };
    const result = await deps.confirmCohort(command, access.actor);
    if (result.kind !== 'DONE') {
      const notice = result.kind === 'CHANGED' ? words.changed : words.noDates;
      return cohortPage(deps, access, year, { ...AS_IT_IS, status: 409, notice });
    }
    if (result.left.length > 0)
      return cohortPage(deps, access, year, { ...AS_IT_IS, notice: words.left(result.left.length) });
    return seeOther(absoluteUrl(deps.baseUrl, `${SCHOOL_AT}?year=${year}&invited=${result.invited}`));
  };
}

async function choose(deps: StaffDeps, access: AreaAccess, year: number, form: FormFields): Promise<HttpResponse> {
  const typed = Object.keys(form).flatMap((name) => ONE.exec(name)?.[1] ?? []);
  const { children } = await deps.readCohort(year);
  const references = typed.filter((one) => children.some(({ reference }) => reference === one));
  const { isInvited = '', reason = '' } = form;
  const result = await deps.chooseForSchool(year, { references, isInvited, reason }, access.actor);
  if (result.kind === 'INVALID') {
    const problems = inCommandWords(schoolFaultWords, result.problems).map((one) =>
      one.path === 'references' ? { ...one, path: 'child' } : one,
    );
    return cohortPage(deps, access, year, { status: 422, notice: '', form, problems });
  }
  const done = result.kind === 'DONE' ? 'yes' : 'no';
  return seeOther(absoluteUrl(deps.baseUrl, `${SCHOOL_AT}?year=${year}&done=${done}`));
}

/** A child whom an earlier release accepted is known by their year from now on. */
async function find(deps: StaffDeps, access: AreaAccess, year: number, form: FormFields): Promise<HttpResponse> {
  const reference = (form.reference ?? '').trim().toUpperCase();
  if (isReference(reference)) {
    await deps.noteSchool(reference);
    if ((await deps.cases.readCase(reference))?.school)
      return seeOther(absoluteUrl(deps.baseUrl, schoolChildAt(reference)));
  }
  const problems = [{ path: 'reference', message: words.findUnknown }];
  return cohortPage(deps, access, year, { status: 422, notice: '', form, problems });
}

async function cohortPage(
  deps: StaffDeps,
  access: AreaAccess,
  year: number,
  { status, notice, form, problems }: Shown,
): Promise<HttpResponse> {
  const cohort = await deps.readCohort(year);
  const view = cohortView(cohort, deps.now(), parseBaseUrl(deps.baseUrl).path);
  return areaPage(deps, access, {
    ...{ here: SCHOOL_AT, template: 'staff/starting-school/cohort.njk', title: words.title, status },
    data: {
      ...{ words, notice, form, problems, year, at: SCHOOL_AT, sessionsAt: `${SESSIONS_AT}?year=${year}`, view },
      ...{ isChanged: status === 409, isMore: cohort.isMore, references: view.state.references.join(' ') },
      choices: view.review.map((one) => ({ ...one, isTheirs: form[`child-${one.value}`] !== undefined })),
      yesNo: [
        { value: 'YES', label: words.yes },
        { value: 'NO', label: words.no },
      ],
      heads: {
        why: [words.child, words.town, words.why].map((label) => ({ label })),
        registers: [words.session, words.whoCame].map((label) => ({ label })),
        invited: [words.child, words.town, words.invitedOn, words.answer].map((label) => ({ label })),
      },
    },
  });
}

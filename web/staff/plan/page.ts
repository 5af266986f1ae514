import { knownIn } from '#domain/referral/known.ts';
import { isVisited } from '#domain/support/block.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepMark, keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { VISITS_AT, visitsAt } from '../visits/address.ts';
import type { VisitSeen } from '../visits/guard.ts';
import { earlierPlansAt, editPlanAt, planAt, printPlanAt } from './address.ts';
import { mayWrite } from './guard.ts';
import { planView, supportInWords } from './view.ts';
import { progressChoices, planWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  /** What is selected and not saved. */
  readonly form: FormFields;
  /** Which form was saved just now. */
  readonly saved?: string | undefined;
}

/** GET: the plan of one child, with the progress of each outcome to change first. Showing it is a reading. */
export function getPlan(deps: StaffDeps) {
  return (access: VisitSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    planPage(deps, access, {
      ...{ status: 200, form: {} },
      ...(query.saved === '1' ? { notice: words.saved, saved: query.form } : { notice: '' }),
    });
}

/** POST: the progress that was changed, each outcome on its own. What someone else noted meanwhile is not written over. */
export function postProgress(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.support;
    if (!mayWrite(access)) return planPage(deps, access, { status: 409, notice: words.closed, form });
    const said = Object.keys(form).flatMap((name) => {
      const outcome = /^progress-(.+)$/.exec(name)?.[1];
      const now = progressChoices.find(({ value }) => value === form[name])?.value;
      return outcome && now ? [{ outcome, now, seen: form[`seen-${outcome}`] ?? '' }] : [];
    });
    const { refused } = await deps.noteProgress(reference, said, access.actor);
    if (refused) return planPage(deps, access, { status: 409, notice: words.changedProgress, form });
    return seeOther(absoluteUrl(deps.baseUrl, `${planAt(reference)}?saved=1&form=progress`));
  };
}

async function planPage(
  deps: StaffDeps,
  access: VisitSeen,
  { status, notice, form, saved }: Shown,
): Promise<HttpResponse> {
  const { support, actor: by } = access;
  const { reference } = support;
  const [plan, stored] = await Promise.all([
    deps.plans.readPlan(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  const view = plan ? planView(plan) : null;
  const isOpen = mayWrite(access);
  const isTyped = status !== 200;
  const keep = keepOn({ person: access.person.id, reference, forms: ['progress'], saved, isTyped });
  return areaPage(deps, access, {
    ...{ here: VISITS_AT, status, template: 'staff/plan/plan.njk', title: words.title(reference) },
    script: keep.script,
    data: {
      ...{ words, notice, view, isOpen, choices: progressChoices, at: planAt(reference) },
      ...{ keep, over: keepMark(...(plan?.outcomes ?? []).map(({ id, progress }) => `${id} ${progress}`)) },
      outcomes: view?.outcomes.map((one) => ({ ...one, selected: form[`progress-${one.id}`] ?? one.progress })) ?? [],
      rows: [
        { label: words.child, value: access.theCase.death ? reference : knownIn(stored).child || reference },
        { label: words.support, value: supportInWords(support, deps.policy) },
      ],
      ...{ editAt: editPlanAt(reference), printAt: printPlanAt(reference), earlierAt: earlierPlansAt(reference) },
      hasEarlier: (plan?.edition ?? 1) > 1,
      visitsAt: isVisited(support) || support.block ? visitsAt(reference) : '',
    },
  });
}

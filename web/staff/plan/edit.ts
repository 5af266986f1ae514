import type { CommandProblem } from '#application/command.ts';
import { MOST_OUTCOMES, type PlanFault } from '#application/plan/plan-command.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { keepMark, keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { VISITS_AT } from '../visits/address.ts';
import type { VisitSeen } from '../visits/guard.ts';
import { editPlanAt, planAt } from './address.ts';
import { mayWrite } from './guard.ts';
import { planView } from './view.ts';
import { planFaultWords, planWords as words } from './words.ts';

/** How many outcomes a new plan has boxes for. */
const FIRST_BOXES = 3;

interface Shown {
  readonly status: number;
  readonly notice: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}
const fresh: Shown = { status: 200, notice: '', problems: [] };

/** GET: the form on which the plan is written, with what it says now. Showing it is a reading. */
export function getEditPlan(deps: StaffDeps) {
  return async (access: VisitSeen): Promise<HttpResponse> => {
    const plan = await deps.plans.readPlan(access.support.reference);
    if (!mayWrite(access)) return toPlan(deps, access, '');
    return editPage(deps, access, plan, plan ? formOf(plan) : {}, fresh);
  };
}

/** POST: the whole plan is saved, or it comes back with everything typed and what is wrong, or with what someone else wrote. */
export function postEditPlan(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.support;
    if (!mayWrite(access)) {
      const plan = await deps.plans.readPlan(reference);
      return editPage(deps, access, plan, form, { ...fresh, status: 409, notice: words.closed });
    }
    const boxes = filledBoxes(form);
    const { writtenWith = '', activities = '', others = '', seen = '0' } = form;
    const outcomes = boxes.map((n) => ({
      ...{ id: form[`id-${n}`] ?? '', what: form[`what-${n}`] ?? '', steps: form[`steps-${n}`] ?? '' },
    }));
    const result = await deps.writePlan(reference, { writtenWith, outcomes, activities, others, seen }, access.actor);
    if ('problems' in result) {
      const problems = problemsOf(result.problems, boxes);
      return editPage(deps, access, await deps.plans.readPlan(reference), form, { ...fresh, status: 422, problems });
    }
    if (result.refused === undefined) return toPlan(deps, access, '?saved=1&form=plan');
    // Saving once more is then a choice: theirs stands above, and is kept as an earlier plan.
    const mine = { ...form, seen: String(result.plan?.edition ?? 0) };
    return editPage(deps, access, result.plan, mine, { ...fresh, status: 409, notice: words.changedEdit });
  };
}

const numbers = Array.from({ length: MOST_OUTCOMES }, (_, n) => n + 1);

function filledBoxes(form: FormFields): readonly number[] {
  return numbers.filter((n) => `${form[`what-${n}`] ?? ''}${form[`steps-${n}`] ?? ''}`.trim() !== '');
}

/** Each problem at its box, in the order of the page. */
function problemsOf(problems: readonly CommandProblem<PlanFault>[], boxes: readonly number[]) {
  return inCommandWords(planFaultWords, problems).map(({ path, message }) => {
    const [, index, field] = /^outcomes\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    if (index === undefined) return { path: path === 'outcomes' ? 'what-1' : path, message };
    return { path: `${field}-${boxes[Number(index)] ?? 1}`, message };
  });
}

function formOf(plan: Plan): FormFields {
  const { outcomes, activities, others, writtenWith, edition } = plan;
  const boxes = outcomes.flatMap(({ id, what, steps }, n) => [
    [`id-${n + 1}`, id],
    [`what-${n + 1}`, what],
    [`steps-${n + 1}`, steps.join('\n')],
  ]);
  return { ...Object.fromEntries(boxes), activities, others, writtenWith, seen: String(edition) };
}

async function editPage(
  deps: StaffDeps,
  access: VisitSeen,
  plan: Plan | undefined,
  form: FormFields,
  { status, notice, problems }: Shown,
): Promise<HttpResponse> {
  const { reference } = access.support;
  await deps.access.recordReading({ reference, at: deps.now(), by: access.actor, what: 'RECORD' });
  const last = filledBoxes(form).at(-1) ?? 0;
  const keep = keepOn({ person: access.person.id, reference, forms: ['plan'], isTyped: status !== 200 });
  const shown = numbers.slice(0, Math.max(FIRST_BOXES, last + 1));
  return areaPage(deps, access, {
    ...{ here: VISITS_AT, status, template: 'staff/plan/edit.njk', title: words.editTitle(reference) },
    script: keep.script,
    data: {
      ...{ words, notice, problems, form, at: editPlanAt(reference), back: planAt(reference) },
      ...{ keep, over: keepMark(form.seen ?? '0') },
      theirs: status === 409 && plan ? planView(plan) : null,
      boxes: shown.map((n) => ({
        ...{ n, title: words.outcome(n), id: form[`id-${n}`] ?? '' },
        ...{ what: form[`what-${n}`] ?? '', steps: form[`steps-${n}`] ?? '' },
      })),
    },
  });
}

function toPlan({ baseUrl }: StaffDeps, { support }: VisitSeen, query: string): HttpResponse {
  return seeOther(absoluteUrl(baseUrl, `${planAt(support.reference)}${query}`));
}

import type { CaseSeen } from '../../access/console-case.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { recordAt } from '../../staff/records/address.ts';
import { actAt, caseAt } from '../address.ts';
import { casePage } from '../case/page.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { type Act, pressOne, referenceOfItem, type Target } from './act.ts';
import { formOf, type Problems, readPress } from './form.ts';
import { actPageWords as words } from './words.ts';

/** GET: what an act does to one case, and what is asked before it. Where it does not fit any more, the page of the case says so. */
export function getAct(deps: ConsoleDeps, act: Act) {
  return async (access: CaseSeen, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const targets = await targetsOf(deps, act, access);
    const target = targets.find(({ item }) => item === query.item) ?? targets[0];
    if (!target) return casePage(deps, access, { status: 409, notice: words.none });
    return actPage(deps, access, act, target, {});
  };
}

/** POST: done, once, with what came of it on the page of the case; or the form again with what is missing. */
export function postAct(deps: ConsoleDeps, act: Act) {
  return async (access: CaseSeen, fields: FormFields): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const targets = await targetsOf(deps, act, access);
    const { item = targets[0]?.item ?? reference } = fields;
    // What was shown may be done by now, and the act itself says so. What is of another case was never shown.
    if (referenceOfItem(item) !== reference) return notFound(deps);
    const choice = await act.choice?.(deps, access, item);
    const read = await readPress(act, fields, choice);
    if ('problems' in read)
      return actPage(deps, access, act, { item }, { status: 422, fields, problems: read.problems });
    const { came, said } = await pressOne(act, deps, item, { access, reason: read.reason, fields, anchor: item });
    const theCase = (await deps.cases.readWholeCase(reference)) ?? access.theCase;
    const now = { ...access, theCase };
    const status = STATUS[came];
    const isOpen = came === 'REFUSED' && (await targetsOf(deps, act, now)).some((target) => target.item === item);
    // What was typed is kept where it can be pressed again.
    return isOpen
      ? actPage(deps, now, act, { item }, { status, notice: said, fields })
      : casePage(deps, now, { status, notice: said });
  };
}

const STATUS = { DONE: 200, SAME: 409, REFUSED: 409, FAILED: 503 } as const;

/** What a press came to where the form is shown again, and what was typed with it. */
interface Shown {
  readonly status?: number;
  readonly notice?: string;
  readonly fields?: FormFields;
  readonly problems?: Problems;
}

async function targetsOf(deps: ConsoleDeps, act: Act, { theCase, person }: CaseSeen): Promise<readonly Target[]> {
  const todos = await deps.todos.todosOf(theCase.reference);
  return act.targets?.({ theCase, todos, person, now: deps.now() }) ?? [];
}

async function actPage(
  deps: ConsoleDeps,
  access: CaseSeen,
  act: Act,
  { item, about }: Target,
  { status = 200, notice, fields = {}, problems = [] }: Shown,
): Promise<HttpResponse> {
  const { reference, duplicateOf } = access.theCase;
  const base = parseBaseUrl(deps.baseUrl).path;
  const form = await formOf(deps, access, act, { item, fields, problems });
  // Who says that two referrals are for one child reads both first.
  const compared = act.tick
    ? [reference, duplicateOf ?? '', ...(form.choice?.items ?? []).map(({ value }) => value)]
    : [];
  return consolePage(deps, access, {
    status,
    template: 'console/acts/act.njk',
    title: words.title(about ?? act.words.what, reference),
    data: {
      ...{
        form,
        item,
        problems,
        notice,
        result: words.result,
        at: base + actAt(reference, act.at),
        isGrave: act.isGrave === true,
      },
      back: { href: base + caseAt(reference), text: words.back(reference) },
      records: [...new Set(compared)]
        .filter((one) => one !== '')
        .map((one) => ({ href: base + recordAt(one), text: words.read(one) })),
      nothing: form.choice?.items.length === 0 ? act.nothingToChoose : undefined,
    },
  });
}

import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { lettersNow } from '#domain/people/letters.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { planFor } from '#domain/safe-contact/plan-for.ts';
import { toArrange } from '#domain/safe-contact/reads.ts';
import { liveBlock, openVisit, visitBegins } from '#domain/support/block.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { responsibilityWords } from '../responsibility/words.ts';
import { arrangeInWords } from '../todo/arrange.ts';
import { whyInPerson } from '../todo/words.ts';
import { VISITS_AT } from '../visits/address.ts';
import type { VisitSeen } from '../visits/guard.ts';
import { planAt, printPlanAt } from './address.ts';
import { mayWrite } from './guard.ts';
import { planView, supportInWords } from './view.ts';
import { placeToFamily, planPrintWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** A plan with the family that it is printed for, as the rule of safe contact sees it now. */
interface PlanRead {
  readonly plan: Plan;
  readonly facts: FamilyFacts;
  readonly child: string;
  readonly adults: readonly { readonly place: number; readonly name: string }[];
}

/** GET: for whom the plan may be printed, asked of the rule of safe contact, and what to check first. Showing it is a reading. */
export function getPrintPlan(deps: StaffDeps) {
  return async (access: VisitSeen): Promise<HttpResponse> => {
    const read = await readPlan(deps, access);
    return read ? choicePage(deps, access, read, { status: 200, form: {}, problems: [] }) : toPlan(deps, access);
  };
}

/** POST: the sheet for one adult, once that it is printed stands in the history; or the form with what is missing. */
export function postPrintPlan(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const read = await readPlan(deps, access);
    if (!read) return toPlan(deps, access);
    const adult = read.adults.find(({ place }) => `${place}` === form.adult);
    const found = adult && planFor(adult.place, read.facts);
    if (!adult || !found || 'whyNot' in found) {
      const message = adult ? words.refused : words.whoMissing;
      return choicePage(deps, access, read, { status: 422, form, problems: [{ path: 'adult', message }] });
    }
    if (!found.isTyped && form['isRead-yes'] !== 'yes') {
      const problems = [{ path: 'isRead', message: words.readMissing }];
      return choicePage(deps, access, read, { status: 422, form, problems });
    }
    await deps.notePrint(access.support.reference, adult.place, found.hasPlaces, access.actor);
    return sheet(deps, access, read, found.hasPlaces);
  };
}

/** The plan and the family; undefined where there is nothing to print any more. The reading is recorded first. */
async function readPlan(deps: StaffDeps, access: VisitSeen): Promise<PlanRead | undefined> {
  const { theCase, support, actor: by } = access;
  const { reference } = support;
  const [plan, stored] = await Promise.all([
    deps.plans.readPlan(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  if (!plan || !stored || !mayWrite(access)) return undefined;
  const facts = await readFamily(deps, theCase, addresseesOf(stored.body));
  const { firstName, parents } = knownIn(stored);
  const adults = facts.family.parents.map((_, place) => ({
    ...{ place, name: parents[place] ?? responsibilityWords.numbered(place + 1) },
  }));
  return { plan, facts, adults, child: firstName ?? words.aChild };
}

function choicePage(
  deps: StaffDeps,
  access: VisitSeen,
  { facts, adults }: PlanRead,
  { status, form, problems }: Shown,
): HttpResponse {
  const { reference } = access.support;
  const all = adults.map(({ place, name }) => ({ place, name, found: planFor(place, facts) }));
  const may = all.filter(({ found }) => !('whyNot' in found));
  return areaPage(deps, access, {
    ...{ here: VISITS_AT, status, template: 'staff/plan/print.njk', title: words.title(reference) },
    data: {
      ...{ words, form, problems, at: printPlanAt(reference), back: planAt(reference) },
      choices: may.map(({ place, name }) => ({ value: String(place), label: name })),
      notFor: all.flatMap(({ name, found }) => ('whyNot' in found ? [`${name}: ${whyInPerson(found.whyNot)}`] : [])),
      isGuarded: may.some(({ found }) => 'isTyped' in found && !found.isTyped),
      confirm: [{ value: 'yes', label: words.isRead, isTheirs: form['isRead-yes'] === 'yes' }],
      arrange: arrangeInWords(toArrange(facts)),
    },
  });
}

function sheet(deps: StaffDeps, access: VisitSeen, read: PlanRead, hasPlaces: boolean): HttpResponse {
  const { support, team } = access;
  const { plan, child, facts } = read;
  const block = liveBlock(support);
  const next = block && openVisit(block);
  return page(deps, {
    ...{ template: 'staff/plan/sheet.njk', title: words.sheet(child) },
    data: {
      ...{ words, view: planView(plan), hasPlaces, back: planAt(support.reference) },
      ...{ reach: lettersNow(team, deps.config), isLargePrint: facts.communication?.format === 'LARGE_PRINT' },
      on: words.on(plainDate(londonDateOf(deps.now()))),
      sessions: block ? supportInWords(support, deps.policy) : '',
      next: hasPlaces && next ? words.next(instantInWords(visitBegins(next)), placeToFamily(next.where)) : '',
    },
  });
}

function toPlan({ baseUrl }: StaffDeps, { support }: VisitSeen): HttpResponse {
  return seeOther(absoluteUrl(baseUrl, planAt(support.reference)));
}

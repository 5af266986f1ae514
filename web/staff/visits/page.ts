import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { knownIn } from '#domain/referral/known.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { addWorkingDays } from '#domain/values/working-days.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import { beforeVisit, familyRows } from '../assessments/view.ts';
import type { StaffDeps } from '../deps.ts';
import { AGREEMENT_AT, VISITS_AT, visitsAt } from './address.ts';
import { whereInWords, visitWords as words } from './words.ts';

const AHEAD_DAYS = 5;

/** GET: the visits of today and of the next working days of who is signed in, each with what to know first. */
export function getMyVisits(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const [rows, { loneWorking }] = await Promise.all([deps.readVisits(access.person.id), deps.readCapacity()]);
    const today = londonDateOf(deps.now());
    const last = addWorkingDays(today, AHEAD_DAYS, deps.policy);
    const on = ({ more }: ListRow) => (more?.visitAt === undefined ? undefined : londonDateOf(more.visitAt));
    const between = (from: string, to: string) =>
      rows.filter((row) => (on(row) ?? '') >= from && (on(row) ?? '') <= to);
    const shown = (some: readonly ListRow[]) => Promise.all(some.map((row) => rowView(deps, access, row)));
    const ahead = between(today, last).filter((row) => on(row) !== today);
    const past = rows.filter((row) => (on(row) ?? today) < today);
    const [toRecord, ofToday, next] = await Promise.all([past, between(today, today), ahead].map(shown));
    const later = rows.filter((row) => (on(row) ?? '') > last).length;
    return areaPage(deps, access, {
      ...{ here: VISITS_AT, template: 'staff/visits/visits.njk', title: words.title },
      data: {
        ...{ words, toRecord, next, today: words.today(plainDate(today)), ofToday },
        toPlan: rows
          .filter((row) => on(row) === undefined)
          .map(({ reference }) => ({ reference, at: visitsAt(reference) })),
        agreementAt: AGREEMENT_AT,
        later: later > 0 ? words.later(later) : '',
        alone: loneWorking ? words.alone(loneWorking.phone) : words.noNumber,
      },
    });
  };
}

/** One visit with who the child is, where, and how someone may be harmed by it. Showing it is a reading. */
async function rowView(deps: StaffDeps, access: AreaAccess, { reference, more }: ListRow) {
  const isSession = more?.visitKind !== 'INITIAL';
  const [theCase, support, stored] = await Promise.all([
    deps.cases.readCase(reference),
    isSession ? deps.supports.readSupport(reference) : undefined,
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by: access.actor, what: 'RECORD' }),
  ]);
  const isShown = theCase && stored && !theCase.death;
  const family = isShown ? await readFamily(deps, theCase, addresseesOf(stored.body)) : undefined;
  const referral = isShown ? referralIn(stored) : undefined;
  return {
    ...{ reference, at: visitsAt(reference), when: instantInWords(more?.visitAt ?? '') },
    what: isSession
      ? words.session((more?.sessions ?? 0) + 1, deps.policy.maxSessions + (more?.agreed ?? 0))
      : words.initial,
    agree: support?.block && !support.block.agreement ? words.agreeNext : '',
    where: whereInWords(more?.visitWhere ?? ''),
    facts: family ? familyRows(knownIn(stored), family) : [],
    before: family ? beforeVisit(referral, family, theCase) : [],
  };
}

import { actorInWords } from '#domain/people/actor.ts';
import { OPENINGS, type Opening, readUnder } from '#domain/people/opening.ts';
import { hasRole } from '#domain/people/person.ts';
import type { RowOf } from '#domain/process/rows.ts';
import { addMonths, londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { whatInWords } from '../readings/page.ts';
import { RECORDS_AT, recordAt } from '../records/address.ts';
import { OPENINGS_AT } from './address.ts';
import { lookResultWords, openingsWords as words } from './words.ts';

/** More than a service has in a month. */
const MOST = 100;

/** GET: which records operators opened, when and why, and what they read. Those at which no one has looked come first. */
export function getOpenings(deps: StaffDeps) {
  return (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    openingsPage(deps, access, { month: query.month });
}

/** POST: a service manager has looked at one of them, once. */
export function postOpenings(deps: StaffDeps) {
  return async (access: AreaAccess, { reference = '', id = '' }: FormFields): Promise<HttpResponse> => {
    const result = await deps.lookAtOpening(reference, id, access.actor);
    const status = result === 'DONE' ? 200 : 409;
    return openingsPage(deps, access, { status, notice: lookResultWords[result] });
  };
}

interface Shown {
  readonly status?: number;
  readonly notice?: string;
  readonly month?: string | undefined;
}

async function openingsPage(deps: StaffDeps, access: AreaAccess, { status = 200, notice, month: asked = '' }: Shown) {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : londonDateOf(deps.now()).slice(0, 7);
  const [open, ofMonth] = await Promise.all([deps.indexes.work(OPENINGS, MOST), deps.indexes.openingsIn(month, MOST)]);
  const base = parseBaseUrl(deps.baseUrl).path;
  const [toLook, others] = await Promise.all([readAll(deps, open), readAll(deps, ofMonth.toReversed())]);
  const viewOf = (one: Read) => ({ ...openingView(one), at: base + recordAt(one.opening.reference) });
  const mayLook = hasRole(access.person, 'SERVICE_MANAGER');
  return areaPage(deps, access, {
    here: RECORDS_AT,
    status,
    template: 'staff/openings/openings.njk',
    title: words.title,
    data: {
      ...{ words, notice, mayLook, at: base + OPENINGS_AT },
      toLook: toLook.filter(({ opening }) => !opening.looked).map(viewOf),
      month: words.month(plainDate(`${month}-01`).slice(2)),
      others: others.filter(({ opening }) => opening.looked).map(viewOf),
      more: ofMonth.length === MOST || open.length === MOST ? words.more(MOST) : '',
      earlier: `${base}${OPENINGS_AT}?month=${addMonths(`${month}-01`, -1).slice(0, 7)}`,
    },
  });
}

type Read = Awaited<ReturnType<typeof readAll>>[number];

/** Each of these as it is now, with what was read under it. One that is gone is left out. */
async function readAll({ openings, access }: StaffDeps, rows: readonly RowOf[]) {
  const read = rows.map(async ({ reference, taskId }) => {
    const opening = (await openings.openingsOf(reference)).find(({ id }) => id === taskId);
    return opening ? [{ opening, readings: readUnder(opening, await access.readingsOf(reference)) }] : [];
  });
  return (await Promise.all(read)).flat();
}

function openingView({ opening, readings }: { opening: Opening; readings: ReturnType<typeof readUnder> }) {
  const { reference, id, by, because, at, until, looked } = opening;
  return {
    ...{ reference, id, because, who: actorInWords(by) },
    when: words.until(instantInWords(at), instantInWords(until)),
    read: readings.map((one) => words.readAt(whatInWords(one.what), instantInWords(one.at))),
    looked: looked ? words.lookedBy(actorInWords(looked.by), instantInWords(looked.at)) : '',
  };
}

import { personById } from '#domain/people/team.ts';
import type { RowOf } from '#domain/process/rows.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { addDays, londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { ASSESSMENTS_AT, assessmentAt } from './address.ts';
import { mayBook } from './guard.ts';
import { assessmentWords as words } from './words.ts';

/** More children than wait for a first visit in one area. */
const MOST = 500;
/** As many of those to book as are shown of an area, the first of the list first, until its address asks for all. */
const SHOWN = 10;
const WEEK = 7;

/** GET: the initial assessments of each area, by what is to be done. A practitioner sees those that they are booked for. */
export function getAssessments(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const all = mayBook(access.person);
    const areas = await Promise.all(
      localitySchema.options.map(async (locality) => {
        const rows = await deps.indexes.list('INITIAL_ASSESSMENT', locality, MOST);
        const own = all ? rows : rows.filter(({ more }) => more?.visitBy === access.person.id);
        return { locality, parts: partsOf(own, deps.now(), access, query.area === locality ? MOST : SHOWN) };
      }),
    );
    return areaPage(deps, access, {
      here: ASSESSMENTS_AT,
      template: 'staff/assessments/list.njk',
      title: words.title,
      data: { words, all, here: ASSESSMENTS_AT, areas: areas.filter(({ parts }) => parts.length > 0) },
    });
  };
}

/** What is to be done in one area, each part with its children. */
function partsOf(rows: readonly RowOf[], now: string, access: AreaAccess, most: number) {
  const week = addDays(londonDateOf(now), WEEK);
  const booked = rows
    .filter(({ more }) => more?.visitAt !== undefined)
    .toSorted((a, b) => (a.more?.visitAt ?? '').localeCompare(b.more?.visitAt ?? ''));
  const isOver = ({ more }: RowOf) => (more?.visitAt ?? '') <= now;
  const isSoon = ({ more }: RowOf) => londonDateOf(more?.visitAt ?? now) < week;
  const free = rows.filter(({ more }) => more?.visitAt === undefined);
  const toBook = free.filter(({ more }) => more?.visitAsked !== true);
  const parts = [
    { name: words.toDecide, rows: free.filter(({ more }) => more?.visitAsked === true), press: words.open },
    { name: words.toRecord, rows: booked.filter(isOver), press: words.record },
    { name: words.thisWeek, rows: booked.filter((row) => !isOver(row) && isSoon(row)), press: words.open },
    { name: words.later, rows: booked.filter((row) => !isOver(row) && !isSoon(row)), press: words.open },
    { name: words.toBook, rows: toBook.slice(0, most), press: words.book, left: toBook.length - most },
  ];
  return parts
    .filter((part) => part.rows.length > 0)
    .map(({ left = 0, ...part }) => ({
      ...part,
      more: left > 0 ? words.more(left) : '',
      rows: part.rows.map((row) => ({
        reference: row.reference,
        at: assessmentAt(row.reference),
        said: said(row, access),
      })),
    }));
}

function said({ more, targetOn }: RowOf, { team }: AreaAccess): string {
  if (more?.visitAt === undefined) return targetOn === undefined ? '' : `Target date ${plainDate(targetOn)}`;
  const name = personById(team, more.visitBy ?? '')?.name;
  return [instantInWords(more.visitAt), ...(name === undefined ? [] : [name])].join(', ');
}

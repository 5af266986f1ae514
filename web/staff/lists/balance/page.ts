import { readLastNight, readListBalance } from '#application/lists/read-balance.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { pathwayInWords } from '../../../components/record/words.ts';
import { parseBaseUrl } from '../../../http/base-url.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { listIn } from '../address.ts';
import { listsWords } from '../words.ts';
import { BALANCE_AT } from './address.ts';
import { findingCells, listCell, plainHead, sumsCells, sumsHead } from './cells.ts';
import { balanceWords as words } from './words.ts';

/** GET: whether every list added up in the last night, and what did not, by reference. */
export function getBalance(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const last = await readLastNight(deps.balances)(londonDateOf(deps.now()));
    const base = parseBaseUrl(deps.baseUrl).path;
    const on = last && plainDate(last.night.night);
    const found = last?.night.found ?? 0;
    return areaPage(deps, access, {
      ...{ here: BALANCE_AT, template: 'staff/lists/balance/balance.njk', title: words.title },
      data: {
        ...{ words, isWide: true, found },
        said: on === undefined ? words.none : found === 0 ? words.whole(on) : words.notWhole(found, on),
        findingsHead: plainHead([words.reference, words.list, words.what]),
        findings: (last?.night.findings ?? []).map((finding) => findingCells(finding, base)),
        head: sumsHead(words.list),
        rows: (last?.lists ?? []).map(({ list, sums }) => sumsCells(listCell(list, base), sums)),
      },
    });
  };
}

/** GET: the last nights and months of one list. */
export function getListBalance(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters): Promise<HttpResponse> => {
    const name = listIn(parameters);
    if (!name) return notFound(deps);
    const { nights, months } = await readListBalance(deps.balances)(listKey(name), londonDateOf(deps.now()));
    const base = parseBaseUrl(deps.baseUrl).path;
    return areaPage(deps, access, {
      ...{ here: BALANCE_AT, template: 'staff/lists/balance/list-balance.njk' },
      title: words.listTitle(listsWords.listTitle(pathwayInWords(name.pathway), name.locality)),
      data: {
        ...{ words, isWide: true, backAt: base + BALANCE_AT },
        ...{ nightsHead: sumsHead(words.night), monthsHead: sumsHead(words.month) },
        nights: nights.map(({ night, sums }) => sumsCells({ text: plainDate(night) }, sums)),
        months: months.map(({ month, sums, until }) =>
          sumsCells({ text: monthOf(month), lines: [words.upTo(plainDate(until))] }, sums),
        ),
      },
    });
  };
}

/** A month as people write it: September 2026. */
function monthOf(month: string): string {
  return plainDate(`${month}-01`).replace(/^\d+ /, '');
}

import { type ListInNumbers, readLists } from '#application/lists/read-lists.ts';
import { promptAt, promptWords } from '#domain/lists/prompt-words.ts';
import { hasRole } from '#domain/people/person.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { codeInWords, pathwayInWords } from '../../components/record/words.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { IMPORT_AT, IMPORT_ROLES, LISTS_AT, listAt } from './address.ts';
import { REVIEWS_AT } from './reviews/address.ts';
import { listsWords as words } from './words.ts';

const columns = [words.list, words.waiting, words.over, words.oldest, words.held, words.unconfirmed, words.look];

/** GET: every list on which someone waits, in numbers. */
export function getLists(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const lists = await readLists(deps.indexes)(londonDateOf(deps.now()));
    const base = parseBaseUrl(deps.baseUrl).path;
    return areaPage(deps, access, {
      ...{ here: LISTS_AT, template: 'staff/lists/lists.njk', title: words.title },
      data: {
        importAt: IMPORT_ROLES.some((role) => hasRole(access.person, role)) ? base + IMPORT_AT : undefined,
        reviewsAt: hasRole(access.person, 'SERVICE_MANAGER') ? base + REVIEWS_AT : undefined,
        ...{ words, rows: lists.map((list) => cellsOf(list, base)) },
        head: headOf(
          columns.map((label) => ({ label })),
          { order: '', isDescending: false },
          () => LISTS_AT,
        ),
      },
    });
  };
}

function cellsOf(
  { pathway, locality, waiting, overTarget, oldestTargetOn, held, unconfirmed, prompts }: ListInNumbers,
  base: string,
): Cell[] {
  return [
    { text: words.listTitle(pathwayInWords(pathway), locality), href: base + listAt({ pathway, locality }) },
    { text: `${waiting}` },
    { text: `${overTarget}`, mark: overTarget > 0 ? words.overTag : undefined },
    { text: oldestTargetOn === '' ? '' : plainDate(oldestTargetOn) },
    { text: `${held}` },
    { text: `${unconfirmed}` },
    {
      links: [...prompts].map(([code, count]) => ({
        text: `${count}: ${promptWords.get(code) ?? codeInWords(code)}`,
        href: promptWords.has(code) ? base + promptAt(code) : undefined,
      })),
    },
  ];
}

import { ROWS_A_PAGE, readWholeList } from '#application/lists/read-list.ts';
import { LISTS } from '#application/lists/read-lists.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { type Prompt, promptWords } from '#domain/lists/prompt-words.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { LISTS_AT, listAt, listQuery, promptIn } from './address.ts';
import { listColumns } from './list-page.ts';
import { cellsOf } from './row-view.ts';
import { listsWords as words } from './words.ts';

/** GET: everyone of whom there is this one thing to look at, list by list, each with their place. Reads each list once. */
export function getLookAt(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters): Promise<HttpResponse> => {
    const prompt = promptIn(parameters);
    if (!prompt) return notFound(deps);
    const base = parseBaseUrl(deps.baseUrl).path;
    const lists = await Promise.all(LISTS.map((name) => listOf(deps, name, prompt, base)));
    return areaPage(deps, access, {
      ...{
        here: LISTS_AT,
        template: 'staff/lists/look.njk',
        title: words.lookTitle(promptWords.get(prompt) ?? prompt),
      },
      data: {
        ...{ words, isWide: true, listsAt: base + LISTS_AT, lists: lists.filter(({ rows }) => rows.length > 0) },
        head: headOf(listColumns, { order: '', isDescending: false }, () => LISTS_AT),
      },
    });
  };
}

async function listOf(deps: StaffDeps, name: ListName, prompt: Prompt, base: string) {
  const all = await readWholeList(deps.indexes, name, NO_ONE);
  const wanted = all.filter(({ row }) => row.prompts?.includes(prompt));
  const today = londonDateOf(deps.now());
  return {
    title: words.listTitle(pathwayInWords(name.pathway), name.locality),
    rows: wanted.slice(0, ROWS_A_PAGE).map((row) => cellsOf(row, today, base)),
    more:
      wanted.length > ROWS_A_PAGE ? base + listAt(name) + listQuery({ filter: prompt, from: { tally: NO_ONE } }) : '',
  };
}

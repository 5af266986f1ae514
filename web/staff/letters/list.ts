import { readLetters, SHOWN_DAYS } from '#application/todos/read-letters.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { isOverdue } from '#domain/people/remind-todo.ts';
import type { Todo } from '#domain/people/todo.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { openAsked } from '../queue/open.ts';
import { LETTERS_AT } from './address.ts';
import { letterListWords as words } from './list-words.ts';
import { enterPosted, type Marked } from './mark.ts';

/** GET: every letter to print, and what was posted of late. It names no one in a family. */
export function getLetterList(deps: StaffDeps) {
  return (access: AreaAccess): Promise<HttpResponse> => listPage(deps, access, { results: [], problems: [] });
}

/** POST: opens a letter, or enters for each that is marked that it was posted, and says of each what came of it. */
export function postLetterList(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, _parameters: Parameters, request: HttpRequest) => {
    if (fields.open === undefined) return listPage(deps, access, await enterPosted(deps, access, fields), fields);
    const to = await openAsked(deps, access, request, fields.open);
    return to ?? listPage(deps, access, { results: [{ said: words.gone, isDone: false }], problems: [] });
  };
}

async function listPage(deps: StaffDeps, access: AreaAccess, { results, problems }: Marked, form: FormFields = {}) {
  const { open, isMore, posted } = await readLetters(deps)();
  const isKept = problems.length > 0;
  return areaPage(deps, access, {
    ...{ here: LETTERS_AT, template: 'staff/letters/list.njk', title: words.title },
    status: isKept ? 422 : results.every(({ isDone }) => isDone) ? 200 : 409,
    data: {
      ...{ words, results, problems, at: LETTERS_AT, isMore, form: isKept ? form : {} },
      open: open.map(({ todo, isLargePrint, mayPost }) => ({
        ...{ id: todo.id, reference: todo.reference, isOverdue: isOverdue(todo, deps.now()) },
        text: words.letter(todo),
        hint: [
          words.due(plainDate(londonDateOf(todo.due))),
          ...(isLargePrint ? [words.largePrint] : []),
          ...(mayPost ? [] : [words.notNow]),
        ].join(' '),
      })),
      posted: posted.map(postedView),
      lately: words.lately(SHOWN_DAYS),
    },
  });
}

function postedView(todo: Todo) {
  const { on, by, at } = todo.done ?? {};
  const said = by && at ? words.recorded(actorInWords(by), instantInWords(at)) : '';
  return { text: words.letter(todo), how: on ? words.postedOn(plainDate(on)) : words.notPosted, said };
}

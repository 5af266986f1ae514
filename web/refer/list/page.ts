import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { notFound } from '../../referrer/not-found.ts';
import type { ReferDeps } from '../deps.ts';
import { inspectFile } from '../file/inspect.ts';
import { closed, type Fields, type Filling } from '../filling.ts';
import { mistakesIn } from '../mistakes.ts';
import type { ListPage } from '../page-types.ts';
import { notesOf } from '../question/get.ts';
import { addressAfter } from '../question/post.ts';
import { changeDraft } from '../save.ts';
import { countOf, entryStep, pageAt } from '../steps.ts';
import { answerInWords } from '../view.ts';
import { withoutEntry } from './remove.ts';

/** GET of a list: its entries, what is wrong with the whole of it, and the way on. */
export async function listPage(deps: ReferDeps, filling: Filling, list: ListPage): Promise<HttpResponse> {
  const { draft, csrf, at, today } = filling;
  const count = countOf(draft.answers, list.root);
  const places = Array.from({ length: count }, (_, index) => index);
  const wrong = mistakesIn(draft.answers, today).filter(
    ({ path }) => path === list.root || path.startsWith(`${list.root}[`),
  );
  const entries = await Promise.all(
    places.map(async (index) => {
      const step = entryStep(list, index);
      const named = step.fields.find(({ path }) => path.endsWith(`.${list.namedBy}`));
      const name = (named && answerInWords(named, draft.answers)) || step.title;
      const isWrong = wrong.some(({ path }) => path.startsWith(`${list.root}[${index}]`));
      const file = list.hasFiles
        ? await inspectFile(deps, draft.answers[`${list.root}[${index}].evidenceId`])
        : undefined;
      return { name, path: step.path, isWrong, file };
    }),
  );
  const data = {
    lead: list.lead ?? [],
    entries,
    entry: list.entry,
    whole: wrong.filter(({ path }) => path === list.root),
    notes: notesOf(deps, filling, { page: list, path: list.path }),
    add: count < list.most ? `${at}/${list.path}/${count + 1}` : false,
    next: addressAfter(filling, { page: list }, draft.answers),
    ...{ at, csrf, tasks: at },
  };
  return page(deps, { template: 'refer/list.njk', title: list.title, data });
}

/** POST: one entry of a list is taken out, with what was typed in it. */
export function postRemove(deps: ReferDeps) {
  return async (filling: Filling, _fields: Fields, { page: path = '', entry = '' }: Fields): Promise<HttpResponse> => {
    const list = pageAt(filling.draft.answers, path);
    const index = Number(entry) - 1;
    if (list?.kind !== 'list' || !/^\d{1,2}$/.test(entry) || index < 0) return notFound(deps);
    const changed = await changeDraft(deps, filling.draft, (current) => withoutEntry(current, deps.now(), list, index));
    if (!changed) return closed(deps, filling);
    return seeOther(absoluteUrl(deps.baseUrl, `${filling.at}/${list.path}`));
  };
}

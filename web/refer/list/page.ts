import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { notFound } from '../../referrer/not-found.ts';
import { callerOf, type ReferDeps } from '../deps.ts';
import { inspectFile } from '../file/inspect.ts';
import type { Fields, Filling } from '../filling.ts';
import { mistakesIn } from '../mistakes.ts';
import type { ListPage } from '../page-types.ts';
import { namesIn, notesOf } from '../question/get.ts';
import { addressAfter } from '../question/post.ts';
import { changeDraft, markOf } from '../save.ts';
import { countOf, entryStep, pageAt, stepAt } from '../steps.ts';
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
        ? await inspectFile(deps, draft.answers[`${list.root}[${index}].evidenceId`], callerOf(draft))
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

/**
 * POST: one entry of a list is taken out, with what was typed in it. Pressed twice it is one: by then another entry stands
 * in its place, and only the one that was seen goes.
 */
export function postRemove(deps: ReferDeps) {
  return async (filling: Filling, fields: Fields, { page: path = '', entry = '' }: Fields): Promise<HttpResponse> => {
    const step = stepAt(filling.draft.answers, path, entry);
    const list = pageAt(filling.draft.answers, path);
    if (list?.kind !== 'list') return notFound(deps);
    if (step?.index !== undefined) {
      const { index } = step;
      await changeDraft(deps, filling.draft, (current) => {
        const isSeen =
          markOf(current.answers, namesIn(step)) === fields.seen && index < countOf(current.answers, list.root);
        return isSeen ? withoutEntry(current, deps.now(), list, index) : undefined;
      });
    }
    return seeOther(absoluteUrl(deps.baseUrl, `${filling.at}/${list.path}`));
  };
}

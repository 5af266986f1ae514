import type { HttpResponse } from '../../../http/message.ts';
import { page } from '../../../layout/page.ts';
import type { FormDeps } from '../../deps.ts';
import { type FileState, fullIn } from '../../files/states.ts';
import { CANNOT_ADD_FILES } from '../../files/words.ts';
import type { DraftRequest } from '../draft-request.ts';
import { labelOf } from '../fields.ts';
import { belongsTo } from '../journey.ts';
import { inFormWords } from '../mistake-words.ts';
import { type Fault, mistakesIn } from '../mistakes.ts';
import { addressAfter } from '../next-page.ts';
import type { ListPage } from '../page-types.ts';
import { notesOf } from '../question/get.ts';
import { type From, withFrom } from '../return-to.ts';
import { countOf, entryStep, type Step } from '../steps.ts';
import { answerInWords } from '../view.ts';
import { entryFiles } from './files.ts';

/** GET: a list with its entries, its mistakes and the link to the next page. */
export async function listPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  list: ListPage,
  from: From,
): Promise<HttpResponse> {
  const { draft, at } = draftRequest;
  const count = countOf(draft.answers, list.root);
  const wrong = mistakesIn(draft.answers, draftRequest).filter(({ path }) => belongsTo(list, path));
  const steps = Array.from({ length: count }, (_, index) => entryStep(list, index));
  const files = await Promise.all(steps.map((step) => (list.hasFiles ? entryFiles(deps, draftRequest, step) : [])));
  const full = list.hasFiles && count < list.most ? fullIn(draft) : '';
  const notes = notesOf(deps, draftRequest, { page: list, path: list.path });
  const data = {
    lead: list.lead ?? [],
    entries: steps.map((step, index) => entryView(draftRequest, step, files[index] ?? [], { list, from, wrong })),
    entry: list.entry,
    plural: list.entries,
    empty: list.empty ?? { title: '', lines: [] },
    whole: wrong.flatMap(({ path, problem }) =>
      path === list.root ? [{ path, message: inFormWords(problem, list) }] : [],
    ),
    notes: full === '' ? notes : [...notes, { title: CANNOT_ADD_FILES, lines: [full] }],
    add: count < list.most && full === '' ? withFrom(`${at}/${list.path}/${count + 1}`, from) : false,
    next: from === 'check' ? `${at}/check` : addressAfter(deps, draftRequest, list),
    back: from === 'check' ? `${at}/check` : at,
    ...{ at, from },
  };
  return page(deps, { template: 'form/engine/list/list.njk', title: list.title, data });
}

interface Seen {
  readonly list: ListPage;
  readonly from: From;
  readonly wrong: readonly Fault[];
}

/** One entry with its name, its answers and its links. */
function entryView({ draft, at }: DraftRequest, step: Step, files: readonly FileState[], { list, from, wrong }: Seen) {
  const { answers } = draft;
  const isNamedBy = (path: string) => path.endsWith(`.${list.namedBy}`);
  const named = step.fields.find(({ path }) => isNamedBy(path));
  const rows = step.fields.flatMap((field) => {
    const value = isNamedBy(field.path) ? '' : answerInWords(field, answers);
    return value === '' ? [] : [{ label: labelOf(field).replace(/\??(?: \(optional\))?$/, ''), value }];
  });
  const address = `${at}/${step.path}`;
  return {
    name: (named && answerInWords(named, answers)) || step.title,
    ...{ rows, files },
    isWrong: wrong.some(({ path }) => path.startsWith(`${list.root}[${step.index}]`)),
    change: withFrom(address, from),
    file: list.hasFiles ? withFrom(`${address}/file`, from) : '',
    remove: withFrom(`${address}/remove`, from),
  };
}

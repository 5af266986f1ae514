import { hasRole } from '#domain/people/person.ts';
import { FIXER_ROLES } from '#domain/process/rollup.ts';
import { isWhen } from '#domain/process/rows.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { CONSOLE_AT, CONSOLE_QUEUES, type ConsoleQueue, caseAt, noticeAt, queueAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import { DAMAGED } from '../damaged/words.ts';
import type { ConsoleDeps } from '../deps.ts';
import { putRightWords } from '../put-right-words.ts';
import { consoleWords } from '../words.ts';
import { namedIn, type Outcome, pressOf } from './press.ts';
import { MOST_SHOWN, rowsOf, type Waiting } from './rows.ts';
import { listWords, queueWords } from './words.ts';

/** What a press came to, and what was typed with it. */
interface Pressed {
  readonly status?: number;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly reason?: string;
  readonly outcomes?: readonly Outcome[];
}

/** GET: everything that waits in one queue, by reference and code. A queue that there is not is not found. */
export function getQueue(deps: ConsoleDeps) {
  return async (access: AreaAccess, { queue }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    return known ? queuePage(deps, access, known, query.why, {}) : notFound(deps);
  };
}

/** POST: puts right all that were shown, with what became of each, or the page again with what is missing. */
export function postQueue(deps: ConsoleDeps) {
  return async (access: AreaAccess, fields: FormFields, { queue }: Parameters): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    const press = known && pressOf(known);
    if (!known || !press) return notFound(deps);
    const { references = '', reason = '', why } = fields;
    const result = await press.act(deps, namedIn(references), reason, access.actor);
    return 'outcomes' in result
      ? queuePage(deps, access, known, why, result)
      : queuePage(deps, access, known, why, { status: 422, problems: result.problems, reason });
  };
}

const knownQueue = (queue: string | undefined) => CONSOLE_QUEUES.find((one) => one === queue);

async function queuePage(
  deps: ConsoleDeps,
  access: AreaAccess,
  queue: ConsoleQueue,
  why: string | undefined,
  { status = 200, problems = [], reason = '', outcomes = [] }: Pressed,
): Promise<HttpResponse> {
  const all = await rowsOf[queue](deps, access.team);
  const press = pressOf(queue);
  const nameOf = (row: Waiting) => press?.nameOf(row);
  const gone = new Set(outcomes.filter(({ isGone }) => isGone).map(({ item }) => item));
  // The index may lag behind what was just pressed.
  const left = all.filter((row) => !gone.has(nameOf(row) ?? ''));
  const shown = left.filter((one) => why === undefined || why === '' || one.why === why).slice(0, MOST_SHOWN);
  const base = parseBaseUrl(deps.baseUrl).path;
  const hasDue = shown.some(({ due }) => due !== undefined);
  const due = queue === 'put-off' ? listWords.again : listWords.due;
  const labels = [consoleWords.reference, consoleWords.what, consoleWords.since, ...(hasDue ? [due] : [])];
  const isFixer = FIXER_ROLES.some((role) => hasRole(access.person, role));
  const items = isFixer ? shown.flatMap((row) => nameOf(row) ?? []) : [];
  return consolePage(deps, access, {
    status,
    template: 'console/queue/queue.njk',
    title: queueWords[queue].title,
    data: {
      ...{ words: listWords, lead: queueWords[queue].lead, putRight: putRightWords, problems, reason, why: why ?? '' },
      ...{ press: press?.words, button: press?.words.button(items.length), at: base + queueAt(queue) },
      back: { href: base + CONSOLE_AT, text: consoleWords.back },
      head: plain([...labels, consoleWords.why]),
      rows: shown.map((one) => cellsOf(isFixer ? one : { ...one, noticeId: undefined }, hasDue, base)),
      more: all.length >= MOST_SHOWN ? listWords.more(MOST_SHOWN) : undefined,
      whys: press ? whysOf(left, base + queueAt(queue)) : [],
      references: items,
      resultsHead: plain([consoleWords.reference, putRightWords.result]),
      results: outcomes.map(({ reference, said }) => [
        { text: reference, href: isReference(reference) ? base + caseAt(reference) : undefined },
        { text: said },
      ]),
      done: press?.words.done(outcomes.filter(({ isDone }) => isDone).length, outcomes.length),
    },
  });
}

const plain = (labels: readonly string[]) =>
  headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => CONSOLE_AT,
  );

/** Each reason for which some of them stopped, with the way to those alone; nothing where there is one only. */
function whysOf(rows: readonly Waiting[], at: string) {
  const counts = new Map<string, number>();
  for (const { why = '' } of rows) counts.set(why, (counts.get(why) ?? 0) + 1);
  const each = [...counts].map(([why, n]) => ({
    text: `${codeInWords(why)} (${n})`,
    href: `${at}?why=${encodeURIComponent(why)}`,
  }));
  return each.length > 1 ? [{ text: `${putRightWords.everyWhy} (${rows.length})`, href: at }, ...each] : [];
}

function cellsOf(
  { reference, noticeId, what, since, why, due, attempts, damaged }: Waiting,
  hasDue: boolean,
  base: string,
): Cell[] {
  const tries = attempts === undefined ? [] : [`${listWords.attempts}: ${attempts}`];
  const isOfCase = reference !== undefined && isReference(reference);
  const noticeHref = isOfCase && noticeId !== undefined ? base + noticeAt(reference, noticeId) : undefined;
  const isDamaged = damaged || why === DAMAGED || [since, due].some((at) => whenInWords(at) === listWords.unreadable);
  return [
    // A digest has the day as its reference, and a draft has none.
    isOfCase ? { text: reference, href: base + caseAt(reference) } : { text: consoleWords.none },
    { text: what === '' ? '' : codeInWords(what), href: noticeHref },
    { text: whenInWords(since) },
    ...(hasDue ? [{ text: whenInWords(due) }] : []),
    { text: why === undefined ? '' : codeInWords(why), lines: tries, mark: isDamaged ? listWords.damaged : undefined },
  ];
}

/** An instant in words; what an index holds in its place is said to be unreadable. */
function whenInWords(at: string | undefined): string {
  if (at === undefined) return '';
  return isWhen(at) ? instantInWords(at) : listWords.unreadable;
}

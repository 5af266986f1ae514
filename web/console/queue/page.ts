import { hasRole } from '#domain/people/person.ts';
import { FIXER_ROLES } from '#domain/process/rollup.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { codeInWords } from '../../components/record/words.ts';
import { headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { type Act, MOST_AT_ONCE, type Outcome, pressAll } from '../acts/act.ts';
import { formOf, type Problems, readPress } from '../acts/form.ts';
import { managersToAsk, offered } from '../acts/listed.ts';
import { actsOn, firstOn, mayPress } from '../acts/table.ts';
import { actPageWords } from '../acts/words.ts';
import { CONSOLE_AT, CONSOLE_QUEUES, type ConsoleQueue, caseAt, listActAt, queueAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { putRightWords } from '../put-right-words.ts';
import { consoleWords } from '../words.ts';
import { cellsOf, keyOf, whysOf } from './cells.ts';
import { MOST_SHOWN, rowsOf, type Waiting } from './rows.ts';
import { tickedOf, tickProblems, ticksOf } from './ticks.ts';
import { listWords, queueWords } from './words.ts';

/** What a press came to, and what was typed with it. */
interface Pressed {
  readonly status?: number;
  readonly problems?: Problems;
  readonly fields?: FormFields;
  readonly outcomes?: readonly Outcome[];
  /** What one press was too many for, and stands in the form for the next. */
  readonly rest?: readonly string[];
}

/** GET: everything that waits in one queue, by reference and code. A queue that there is not is not found. */
export function getQueue(deps: ConsoleDeps) {
  return async (access: AreaAccess, { queue }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    return known ? queuePage(deps, access, known, firstOn(known), query.why, {}) : notFound(deps);
  };
}

/** POST: puts right all that were shown, with what became of each, or the page again with what is missing. */
export function postQueue(deps: ConsoleDeps) {
  return async (access: AreaAccess, fields: FormFields, { queue }: Parameters): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    const act = known && firstOn(known);
    return known && act ? pressed(deps, access, known, act, fields) : notFound(deps);
  };
}

/** GET: the same list, with what is asked before an act for all that it shows. */
export function getListAct(deps: ConsoleDeps, act: Act) {
  return async (access: AreaAccess, { queue }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    return known && act.lists.includes(known) ? queuePage(deps, access, known, act, query.why, {}) : notFound(deps);
  };
}

/** POST: done for all that were shown, as many as one press does, with what became of each. */
export function postListAct(deps: ConsoleDeps, act: Act) {
  return async (access: AreaAccess, fields: FormFields, { queue }: Parameters): Promise<HttpResponse> => {
    const known = knownQueue(queue);
    return known && act.lists.includes(known) ? pressed(deps, access, known, act, fields) : notFound(deps);
  };
}

async function pressed(
  deps: ConsoleDeps,
  access: AreaAccess,
  queue: ConsoleQueue,
  act: Act,
  fields: FormFields,
): Promise<HttpResponse> {
  const { references = '', why } = fields;
  const named = namedIn(references);
  const items = act.isGrave ? tickedOf(named, fields) : named;
  const [anchor = ''] = items;
  const read = await readPress(act, fields, await act.choice?.(deps, access, anchor));
  const unticked = act.isGrave ? tickProblems(items) : [];
  if ('problems' in read || unticked.length > 0) {
    const problems = [...unticked, ...('problems' in read ? read.problems : [])];
    return queuePage(deps, access, queue, act, why, { status: 422, problems, fields, rest: named });
  }
  const press = { access, reason: read.reason, fields, anchor: fields.anchor ?? anchor };
  const outcomes = await pressAll(act, deps, items.slice(0, MOST_AT_ONCE), press);
  const rest = items.slice(MOST_AT_ONCE);
  return queuePage(deps, access, queue, act, why, { outcomes, rest, fields: rest.length > 0 ? fields : {} });
}

const knownQueue = (queue: string | undefined) => CONSOLE_QUEUES.find((one) => one === queue);

/** The names that a form sent back, as many as a page shows. */
function namedIn(items: string): string[] {
  return items
    .split(' ')
    .filter((one) => one !== '')
    .slice(0, MOST_SHOWN);
}

async function queuePage(
  deps: ConsoleDeps,
  access: AreaAccess,
  queue: ConsoleQueue,
  act: Act | undefined,
  why: string | undefined,
  { status = 200, problems = [], fields = {}, outcomes = [], rest = [] }: Pressed,
): Promise<HttpResponse> {
  const all = await rowsOf[queue](deps, access.team);
  const nameOf = (row: Waiting) => act?.nameOf(row);
  const gone = new Set(outcomes.filter(({ came }) => came === 'DONE' || came === 'SAME').map(({ item }) => item));
  // The index may lag behind what was just pressed; what else was done stays on its list.
  const left = act === firstOn(queue) ? all.filter((row) => !gone.has(nameOf(row) ?? '')) : all;
  const shown = left.filter((one) => why === undefined || why === '' || keyOf(queue, one) === why).slice(0, MOST_SHOWN);
  const base = parseBaseUrl(deps.baseUrl).path;
  const hasDue = shown.some(({ due }) => due !== undefined);
  const due = queue === 'put-off' ? listWords.again : queue === 'links' ? listWords.until : listWords.due;
  const labels = [consoleWords.reference, consoleWords.what, consoleWords.since, ...(hasDue ? [due] : [])];
  const isFixer = FIXER_ROLES.some((role) => hasRole(access.person, role));
  const isFirst = act === firstOn(queue);
  const mayGoOn = outcomes.length === 0 || rest.length > 0 || isFirst;
  const isOpen = act !== undefined && mayPress(act, access.person) && mayGoOn;
  const fresh = [...new Set(shown.flatMap((row) => nameOf(row) ?? []))];
  const items = isOpen ? (rest.length > 0 ? rest : fresh) : [];
  const at = act === undefined || act === firstOn(queue) ? queueAt(queue) : listActAt(queue, act.at);
  const [anchor = ''] = items;
  return consolePage(deps, access, {
    status,
    template: 'console/queue/queue.njk',
    title: queueWords[queue].title,
    data: {
      ...{ words: listWords, lead: queueWords[queue].lead, putRight: putRightWords, problems, why: why ?? '' },
      form: act && isOpen ? await formOf(deps, access, act, { item: anchor, fields, problems }) : undefined,
      ...{
        what: act?.words.whatAll,
        button: act?.words.allTicked ?? act?.words.all(Math.min(items.length, MOST_AT_ONCE)),
        at: base + at,
      },
      bound: boundOf(items.length, outcomes.length),
      ticks: act?.isGrave ? ticksOf(items.slice(0, MOST_AT_ONCE), fields) : undefined,
      anchor: fields.anchor ?? anchor,
      isGrave: act?.isGrave === true,
      back: isFirst
        ? { href: base + CONSOLE_AT, text: consoleWords.back }
        : { href: base + queueAt(queue), text: actPageWords.all },
      acts: isFirst ? otherActs(queue, act, why, access, base) : [],
      ...{ choose: (isOpen ? actPageWords.chooseElse : actPageWords.choose)(shown.length), isFirst },
      also: queue === 'referrer' ? { href: base + queueAt('links'), text: queueWords.links.title } : undefined,
      ask: actsOn(queue).some((one) => !mayPress(one, access.person)) ? managersToAsk(access, deps.now()) : undefined,
      head: plain([...labels, consoleWords.why]),
      rows: shown.map((one) => cellsOf(isFixer ? one : { ...one, noticeId: undefined }, hasDue, base)),
      more: all.length >= MOST_SHOWN ? listWords.more(MOST_SHOWN) : undefined,
      whys: whysOf(queue, left, base + at),
      only: putRightWords.only,
      references: items,
      resultsHead: plain([consoleWords.reference, putRightWords.result]),
      results: outcomes.map(({ reference, said, error }) => [
        { text: reference, href: isReference(reference) ? base + caseAt(reference) : undefined },
        { text: error === undefined ? said : putRightWords.because(said, codeInWords(error)) },
      ]),
      done: act?.words.done(outcomes.filter(({ came }) => came === 'DONE').length, outcomes.length),
    },
  });
}

/** How many one press does where there are more, and how many are left after one. */
function boundOf(items: number, pressed: number): string | undefined {
  if (pressed > 0 && items > 0) return actPageWords.left(items);
  return items > MOST_AT_ONCE ? actPageWords.first(MOST_AT_ONCE, items) : undefined;
}

/** What else can be done with all that the list shows, for whom. An act of operators is not shown to an auditor. */
function otherActs(
  queue: ConsoleQueue,
  act: Act | undefined,
  why: string | undefined,
  access: AreaAccess,
  base: string,
) {
  const more = why ? `?why=${encodeURIComponent(why)}` : '';
  return actsOn(queue)
    .filter((one) => one !== act && (mayPress(one, access.person) || !one.roles.includes('OPERATOR')))
    .map((one) => {
      const at = one === firstOn(queue) ? queueAt(queue) : listActAt(queue, one.at);
      return offered(one, one.words.whatAll ?? one.words.what, `${base}${at}${more}`, access);
    });
}

const plain = (labels: readonly string[]) =>
  headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => CONSOLE_AT,
  );

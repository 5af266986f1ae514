import { mailFailsSince } from '#domain/people/person.ts';
import type { Rollup, RollupQueue } from '#domain/process/rollup.ts';
import { troubles } from '#domain/process/trouble.ts';
import { addDays, londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import { CASES_AT, CONSOLE_AT, type ConsoleQueue, FIGURES_AT, queueAt } from '../address.ts';
import { caseWords } from '../case/words.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { figureWords } from '../figures/words.ts';
import { consoleWords, howLong, owedWords, stateWords } from '../words.ts';
import { recordsShown } from './records.ts';
import { troubleInWords } from './trouble-words.ts';
import { frontWords as words } from './words.ts';

const COLUMNS = [words.cases, words.longest, words.late];

/** GET: whether anything is wrong, in one look. It costs the same however many cases there are. */
export function getFront(deps: ConsoleDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const now = deps.now();
    const today = londonDateOf(now);
    const [rollup, nights, records] = await Promise.all([
      deps.rollups.readRollup(),
      deps.balances.nightsBefore(addDays(today, 1), 1),
      deps.reconciliations.readReconciliation(),
    ]);
    const base = parseBaseUrl(deps.baseUrl).path;
    const { people } = access.team;
    const staffMail = people.filter(({ isActive }) => isActive).flatMap((person) => mailFailsSince(person) ?? []);
    const wrong = troubles({ now, rollup, night: nights[0], records, staffMail });
    return consolePage(deps, access, {
      ...{ here: CONSOLE_AT, template: 'console/front/front.njk', title: words.title },
      data: {
        ...{ words, findAt: base + CASES_AT, find: caseWords.find },
        ...{ figuresAt: base + FIGURES_AT, figures: figureWords.title },
        troubles: wrong.map((trouble) => troubleInWords(trouble, access.person, base)),
        asOf: rollup ? words.asOf(instantInWords(rollup.asOf)) : words.neverCounted,
        hourly: rollup?.hourly && words.hourly(instantInWords(rollup.hourly.at)),
        statesHead: plain(words.state, ...COLUMNS),
        states: Object.entries(stateWords).map(([state, name]) => [
          { text: name },
          ...stateCells(rollup, state, now, base),
        ]),
        owedHead: plain(consoleWords.what, words.waiting, words.longest, words.late),
        owed: Object.entries(owedWords).map(([queue, name]) => [
          { text: name },
          ...stateCells(rollup, queue, now, base),
        ]),
        records: recordsShown(records, now, base),
        recordsHead: plain(consoleWords.reference, words.record, words.fault, words.at),
        last: [
          { what: words.lastReferral, at: atOrNever(rollup?.receivedAt) },
          { what: words.lastSweep, at: atOrNever(rollup?.asOf) },
          { what: words.lastNight, at: nights[0] ? plainDate(nights[0].night) : words.never },
          { what: words.lastCompared, at: atOrNever(records?.passedAt) },
        ],
      },
    });
  };
}

const atOrNever = (at: string | undefined) => (at === undefined ? words.never : instantInWords(at));

const plain = (...labels: string[]) =>
  headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => CONSOLE_AT,
  );

/** What can be listed whole here. */
const QUEUE_OF: ReadonlyMap<string, ConsoleQueue> = new Map<RollupQueue, ConsoleQueue>([
  ['TRIAGE', 'triage'],
  ['DUPLICATE', 'duplicates'],
  ['SUSPICIOUS', 'quarantine'],
  ['REFERRER', 'referrer'],
  ['PARKED', 'parked'],
  ['RESTARTING', 'restarting'],
  ['OUTBOX', 'not-started'],
  ['NOTICE', 'unsettled'],
  ['MAIL_FAILED', 'mail'],
  ['PUT_OFF', 'put-off'],
  ['FILE_LOST', 'lost'],
]);

/** How many, how long the longest has waited, and how many are late; what was not counted is said to be unknown. */
function stateCells(rollup: Rollup | undefined, state: string, now: string, base: string): Cell[] {
  if (state === 'onLists' || state === 'afterLists') {
    const known = rollup?.hourly?.[state];
    return [{ text: known === undefined ? words.notCounted : `${known}` }, {}, {}];
  }
  const count = rollup?.queues.find(({ queue }) => queue === state);
  if (!count) return [{ text: words.notCounted }, {}, {}];
  const { waiting, since, late } = count;
  const listed = QUEUE_OF.get(state);
  return [
    { text: `${waiting}`, href: waiting > 0 && listed ? base + queueAt(listed) : undefined },
    since === undefined ? {} : { text: howLong(since, now) },
    late === 0 ? {} : { text: `${late}`, mark: words.isLate },
  ];
}

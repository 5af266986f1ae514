import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { CONSOLE_AT, CONSOLE_QUEUES, caseAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { consoleWords } from '../words.ts';
import { MOST_SHOWN, rowsOf, type Waiting } from './rows.ts';
import { listWords, queueWords } from './words.ts';

/** GET: everything that waits in one queue, by reference and code. A queue that there is not is not found. */
export function getQueue(deps: ConsoleDeps) {
  return async (access: AreaAccess, { queue = '' }: Parameters): Promise<HttpResponse> => {
    const known = CONSOLE_QUEUES.find((one) => one === queue);
    if (!known) return notFound(deps);
    const all = await rowsOf[known](deps, access.team);
    const base = parseBaseUrl(deps.baseUrl).path;
    const shown = all.slice(0, MOST_SHOWN);
    const hasDue = shown.some(({ due }) => due !== undefined);
    const due = known === 'put-off' ? listWords.again : listWords.due;
    const labels = [consoleWords.reference, consoleWords.what, consoleWords.since, ...(hasDue ? [due] : [])];
    return consolePage(deps, access, {
      template: 'console/queue/queue.njk',
      title: queueWords[known].title,
      data: {
        ...{ words: listWords, lead: queueWords[known].lead },
        back: { href: base + CONSOLE_AT, text: consoleWords.back },
        head: headOf(
          [...labels, consoleWords.why].map((label) => ({ label })),
          { order: '', isDescending: false },
          () => CONSOLE_AT,
        ),
        rows: shown.map((one) => cellsOf(one, hasDue, base)),
        more: all.length >= MOST_SHOWN ? listWords.more(MOST_SHOWN) : undefined,
      },
    });
  };
}

function cellsOf({ reference, what, since, why, due, attempts }: Waiting, hasDue: boolean, base: string): Cell[] {
  const tries = attempts === undefined ? [] : [`${listWords.attempts}: ${attempts}`];
  return [
    // A digest has the day as its reference, and a draft has none.
    reference !== undefined && isReference(reference)
      ? { text: reference, href: base + caseAt(reference) }
      : { text: consoleWords.none },
    { text: what === '' ? '' : codeInWords(what) },
    { text: since === undefined ? '' : instantInWords(since) },
    ...(hasDue ? [{ text: due === undefined ? '' : instantInWords(due) }] : []),
    { text: why === undefined ? '' : codeInWords(why), lines: tries },
  ];
}

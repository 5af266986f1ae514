import { actorInWords } from '#domain/people/actor.ts';
import type { Reading } from '#domain/people/reading.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import { instantInWords } from '../../access/instants.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { RECORDS_AT, recordAt } from '../records/address.ts';
import { readingsWords } from './words.ts';

const SHOWN = 50;
const columns = [{ label: readingsWords.when }, { label: readingsWords.who }, { label: readingsWords.what }];

/** GET: everyone who opened the record or a document of it, the newest first. It shows nothing of the record itself. */
export function getReadings(deps: StaffDeps) {
  return async (access: RecordSeen, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const readings = (await deps.access.readingsOf(reference)).toReversed();
    const page = /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1;
    const shown = readings.slice((page - 1) * SHOWN, page * SHOWN);
    const at = `${parseBaseUrl(deps.baseUrl).path}${recordAt(reference)}`;
    const way = (to: number, text: string) => ({ href: `${at}/readings?page=${to}`, text });
    return areaPage(deps, access, {
      here: RECORDS_AT,
      template: 'staff/readings/readings.njk',
      title: readingsWords.title(reference),
      data: {
        ...{ words: readingsWords, back: { href: at, text: readingsWords.back(reference) } },
        head: headOf(columns, { order: '', isDescending: true }, () => at),
        rows: shown.map(cellsOf),
        pages: {
          label: readingsWords.pages,
          back: page > 1 ? way(page - 1, readingsWords.newer) : undefined,
          next: readings.length > page * SHOWN ? way(page + 1, readingsWords.older) : undefined,
        },
      },
    });
  };
}

function cellsOf({ at, by, what }: Reading): Cell[] {
  return [{ text: instantInWords(at) }, { text: actorInWords(by) }, { text: whatInWords(what) }];
}

const whats: ReadonlyMap<string, string> = new Map([
  ['RECORD', readingsWords.record],
  ['TASK_OPENED', readingsWords.taskOpened],
  ['CONSOLE', readingsWords.console],
]);

/** What was opened, in words: `EVIDENCE_0_PAGE_2` is page 2 of the first document. */
export function whatInWords(what: string): string {
  const [, document, assessment, page] =
    /^(?:EVIDENCE_(\d+)|(EARLY_HELP_ASSESSMENT))(?:_PAGE_(\d+))?$/.exec(what) ?? [];
  const named =
    document === undefined ? assessment && readingsWords.assessment : readingsWords.evidence(Number(document) + 1);
  if (named) return named + (page === undefined ? '' : readingsWords.page(page));
  return whats.get(what) ?? codeInWords(what);
}

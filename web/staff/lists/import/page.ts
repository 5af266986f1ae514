import { checkPresent, type PresentProblem, type PresentRow } from '#domain/lists/check-present.ts';
import { countPresent, type PresentCount } from '#domain/lists/count-present.ts';
import { PRESENT_COLUMNS } from '#domain/lists/present-row.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { pathwayInWords } from '../../../components/record/words.ts';
import { headOf } from '../../../components/table/table.ts';
import { parseBaseUrl } from '../../../http/base-url.ts';
import { ONE_ONLY, readFileForm } from '../../../http/file-body.ts';
import type { HttpRequest, HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { badFormPage } from '../../../layout/refusals.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { IMPORT_AT } from '../address.ts';
import { csvOf } from '../csv.ts';
import { listsWords } from '../words.ts';
import { presentExample } from './example.ts';
import { readPresent } from './read-present.ts';
import { columnWords, problemInWords, importWords as words } from './words.ts';

/** As many as a person puts right in one go. */
const MOST_SHOWN = 500;

/** GET: the form that takes a file, and what the file must hold. */
export function getImport(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => importPage(deps, access, {});
}

/** GET: the header of a present list and two rows, as a file. */
export async function getImportExample(): Promise<HttpResponse> {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="present-list-example.csv"',
      'cache-control': 'no-store',
    },
    body: csvOf(presentExample),
  };
}

/** POST: checks a file and names each row that has to change. It stores nothing, and shows no cell of the file. */
export function postImport(deps: StaffDeps) {
  return async (access: AreaAccess, _parameters: Parameters, request: HttpRequest): Promise<HttpResponse> => {
    const form = await readFileForm(request);
    if ('status' in form) {
      const { status, message: problem } = form;
      // Our own form is never of another type, so it has no token either.
      return status === 415
        ? (access.refuseForm({}) ?? badFormPage(deps, form))
        : importPage(deps, access, { status, problem });
    }
    const { csrf = '' } = form.fields;
    const refused = access.refuseForm({ csrf });
    if (refused) return refused;
    const [file, ...more] = form.files;
    if (!file || more.length > 0)
      return importPage(deps, access, { status: 422, problem: file ? ONE_ONLY : words.none });
    const read = readPresent(file);
    if ('problem' in read) return importPage(deps, access, { status: 422, problem: read.problem });
    return importPage(deps, access, { result: resultOf(read.rows, londonDateOf(deps.now())) });
  };
}

interface Shown {
  readonly status?: number;
  readonly problem?: string;
  readonly result?: ReturnType<typeof resultOf>;
}

function importPage(deps: StaffDeps, access: AreaAccess, { status = 200, problem, result }: Shown): HttpResponse {
  const at = parseBaseUrl(deps.baseUrl).path + IMPORT_AT;
  const head = (...labels: string[]) =>
    headOf(
      labels.map((label) => ({ label })),
      { order: '', isDescending: false },
      () => at,
    );
  return areaPage(deps, access, {
    ...{ status, here: IMPORT_AT, template: 'staff/lists/import/import.njk', title: words.title },
    data: {
      problems: problem === undefined ? [] : [{ path: 'file', message: problem }],
      ...{ words, at, result, problem, head: head(words.row, words.column, words.what) },
      countHead: head(words.list, words.band, words.year, words.children),
      columnHead: head(words.column, words.holds),
      columns: PRESENT_COLUMNS.map((column) => [{ text: column }, { text: columnWords[column] }]),
    },
  });
}

function resultOf(rows: readonly PresentRow[], today: string) {
  const problems = checkPresent(rows, today);
  const bad = new Set(problems.map(({ row }) => row)).size;
  return {
    read: words.rows(rows.length),
    found: bad === 0 ? words.sound : words.bad(bad),
    more: problems.length > MOST_SHOWN ? words.shown(MOST_SHOWN) : undefined,
    counts: countPresent(rows, problems).map(countCells),
    rows: problems.slice(0, MOST_SHOWN).map(cellsOf),
  };
}

function countCells({ pathway, locality, band, year, rows }: PresentCount) {
  const list = listsWords.listTitle(pathwayInWords(pathway), locality);
  return [list, `${band ?? words.noBand}`, year, `${rows}`].map((text) => ({ text }));
}

function cellsOf(problem: PresentProblem) {
  return [{ text: `${problem.row}` }, { text: problem.column }, { text: problemInWords(problem) }];
}

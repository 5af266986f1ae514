import { soundChildren } from '#application/lists/import/bring-in.ts';
import { checkPresent, type PresentRow } from '#domain/lists/import/check-present.ts';
import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import { checksumOf, childSum, presentSums } from '#domain/lists/import/present-sums.ts';
import { stageOf } from '#domain/lists/import/report.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl, parseBaseUrl } from '../../../http/base-url.ts';
import { ONE_ONLY, readFileForm } from '../../../http/file-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { badFormPage } from '../../../layout/refusals.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { IMPORT_AT, importAt } from '../address.ts';
import { carriedFile, carry } from './carried.ts';
import { columnWords } from './column-words.ts';
import { endedLinks, exportLinks } from './files.ts';
import { goOnPage } from './one.ts';
import { readPresent } from './read-present.ts';
import { faultCells, fileCells, plainHead, sumCells } from './tables.ts';
import { importWords as words } from './words.ts';

/** As many as a person puts right in one go. */
const MOST_SHOWN = 500;

/** GET: the form that takes a file, and what the file must hold. */
export function getImport(deps: StaffDeps) {
  return (access: AreaAccess): Promise<HttpResponse> => importPage(deps, access, {});
}

/**
 * POST: checks a file and names each row that has to change. It stores nothing then, and shows no cell of the file. With `bring` it
 * brings in the file that was checked, and refuses any other. Where time runs out, the page says how far it is and carries the file on.
 */
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
    const { csrf = '', bring = '', carried = '' } = form.fields;
    const refused = access.refuseForm({ csrf });
    if (refused) return refused;
    const [file = carriedFile(carried), ...more] = form.files;
    if (!file || more.length > 0)
      return importPage(deps, access, { status: 422, problem: file ? ONE_ONLY : words.none });
    const read = readPresent(file);
    if ('problem' in read) return importPage(deps, access, { status: 422, problem: read.problem });
    const result = { ...(await resultOf(deps, read.rows)), carried: carry(file) };
    if (bring === '') return importPage(deps, access, { result });
    if (bring !== result.id) return importPage(deps, access, { status: 422, problem: words.another, result });
    if (result.sound === 0) return importPage(deps, access, { status: 422, problem: words.noSound, result });
    const stage = stageOf(await deps.bringIn(read.rows, access.actor));
    if (stage === 'COMING_IN' && result.carried !== '') return goOnPage(deps, access, result);
    return seeOther(absoluteUrl(deps.baseUrl, importAt(result.id)));
  };
}

interface Shown {
  readonly status?: number;
  readonly problem?: string;
  readonly result?: Awaited<ReturnType<typeof resultOf>> & { readonly carried: string };
}

async function importPage(
  deps: StaffDeps,
  access: AreaAccess,
  { status = 200, problem, result }: Shown,
): Promise<HttpResponse> {
  const base = parseBaseUrl(deps.baseUrl).path;
  const files = [...(await deps.imports.imports())].sort((one, other) => (one.at < other.at ? 1 : -1));
  const known = files.find(({ id }) => id === result?.id);
  return areaPage(deps, access, {
    ...{ status, here: IMPORT_AT, template: 'staff/lists/import/import.njk', title: words.title },
    data: {
      problems: problem === undefined ? [] : [{ path: 'file', message: problem }],
      ...{ words, at: base + IMPORT_AT, result, problem, head: plainHead(words.row, words.column, words.what) },
      knownAt: known && base + importAt(known.id),
      goesOn: known && stageOf(known) === 'COMING_IN',
      countHead: plainHead(words.list, words.band, words.year, words.children),
      columnHead: plainHead(words.column, words.holds),
      columns: PRESENT_COLUMNS.map((column) => [{ text: column }, { text: columnWords[column] }]),
      fileHead: plainHead(words.when, words.who, words.children, words.stage),
      files: files.map((one) => fileCells(one, base)),
      exports: await exportLinks(deps, access, base),
      ended: endedLinks(files, access, base),
    },
  });
}

async function resultOf(deps: StaffDeps, rows: readonly PresentRow[]) {
  const problems = checkPresent(rows, londonDateOf(deps.now()));
  const bad = new Set(problems.map(({ row }) => row));
  const children = soundChildren(rows, bad);
  const sums = children.map(childSum);
  const unnumbered = children.filter(({ nhsNumber }) => nhsNumber === undefined).length;
  return {
    ...{ id: await deps.importId(rows), sound: children.length, bring: words.bring(children.length) },
    read: words.rows(rows.length),
    found: bad.size === 0 ? words.allSound : words.bad(bad.size),
    behind: bad.size === 0 ? '' : words.behind(bad.size),
    unnumbered: unnumbered === 0 ? '' : words.unnumbered(unnumbered),
    checksum: words.checksum(checksumOf(sums)),
    more: problems.length > MOST_SHOWN ? words.shown(MOST_SHOWN) : undefined,
    counts: presentSums(sums).map(sumCells),
    rows: problems.slice(0, MOST_SHOWN).map(faultCells),
  };
}

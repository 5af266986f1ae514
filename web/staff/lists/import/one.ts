import type { ImportReport } from '#application/lists/import/read-report.ts';
import type { SignFault } from '#application/lists/import/sign-import.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { Import } from '#domain/lists/import/file.ts';
import { isWhole, leftBehind, type ReportLine, reportLines, type Stage, stageOf } from '#domain/lists/import/report.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { hasRole } from '#domain/people/person.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { instantInWords } from '../../../access/instants.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { type CommandWords, inCommandWords } from '../../../components/command-words.ts';
import { absoluteUrl, parseBaseUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { IMPORT_AT, importAt } from '../address.ts';
import { leftCells, plainHead, reportCells } from './tables.ts';
import { signFaultWords, stageLeads, stageWords, importWords as words } from './words.ts';

/** GET: where a file stands: its report, the rows that were left behind, and what is to be done next. */
export function getOneImport(deps: StaffDeps) {
  return async (access: AreaAccess, { id = '' }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const report = await deps.readReport(id);
    if (!report) return notFound(deps);
    return onePage(deps, access, report, { form: {}, problems: [], isDone: query.done === 'yes' });
  };
}

/** Where a file stands that is not all in yet, with the file itself: the next press goes on. */
export async function goOnPage(
  deps: StaffDeps,
  access: AreaAccess,
  { id, carried }: { readonly id: string; readonly carried: string },
): Promise<HttpResponse> {
  const report = await deps.readReport(id);
  return report ? onePage(deps, access, report, { form: {}, problems: [], isDone: false, carried }) : notFound(deps);
}

/** POST: signs the report of a file. What is missing is named, and what was typed is kept. */
export function postSignImport(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const { compared = '', reason = '' } = form;
    const result = await deps.signImport(id, { compared, reason }, access.actor);
    if (result.kind === 'NOT_FOUND') return notFound(deps);
    if (result.kind !== 'INVALID') return seeOther(absoluteUrl(deps.baseUrl, `${importAt(id)}?done=yes`));
    const report = await deps.readReport(id);
    const said: CommandWords<SignFault> = signFaultWords;
    const problems = inCommandWords(said, result.problems);
    return report ? onePage(deps, access, report, { form, problems, isDone: false }) : notFound(deps);
  };
}

/** POST: releases the children of a signed file. */
export function postReleaseImport(deps: StaffDeps) {
  return async (access: AreaAccess, _form: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const file = await deps.releaseImport(id, access.actor);
    return file ? seeOther(absoluteUrl(deps.baseUrl, `${importAt(id)}?done=yes`)) : notFound(deps);
  };
}

/** POST: invites the families to Stay and Play whose support had ended. */
export function postInviteToPlay(deps: StaffDeps) {
  return async (access: AreaAccess, _form: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const file = await deps.inviteToPlay(id, access.actor);
    return file ? seeOther(absoluteUrl(deps.baseUrl, `${importAt(id)}?done=yes`)) : notFound(deps);
  };
}

/** What the page says of inviting families whose support had ended; undefined where the file has none, or is not released. */
function playView({ play }: Import, stage: Stage, ended: number) {
  if (ended === 0 || stage !== 'RELEASED') return undefined;
  const by = play && words.playBy(actorInWords(play.by), instantInWords(play.at));
  return { by, isDone: play?.doneAt !== undefined, button: play ? words.playGoOn : words.playButton(ended) };
}

/** Whether the file and the lists say the same, in a sentence. */
function standInWords(lines: readonly ReportLine[], behind: number): string {
  if (lines.some(({ isEqual }) => !isEqual)) return words.notWhole;
  return behind === 0 ? words.whole : words.wholeBut;
}

interface Shown {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly isDone: boolean;
  /** The file that is coming in, where this page answers a press. */
  readonly carried?: string;
}

function onePage(deps: StaffDeps, access: AreaAccess, report: ImportReport, shown: Shown): HttpResponse {
  const { file, rows } = report;
  const base = parseBaseUrl(deps.baseUrl).path;
  const stage = stageOf(file);
  const signedAs = file.signed?.report;
  const lines = reportLines(file.inFile, signedAs?.here ?? report.here);
  const behind = leftBehind(rows);
  const ours = rows.length - behind.length;
  const toRelease = rows.slice(file.released?.upTo ?? 0).filter(({ result }) => result === 'BROUGHT_IN').length;
  const { form, problems, isDone, carried = '' } = shown;
  return areaPage(deps, access, {
    ...{ here: IMPORT_AT, template: 'staff/lists/import/one.njk', title: words.one(instantInWords(file.at)) },
    status: problems.length > 0 ? 422 : 200,
    data: {
      ...{
        words,
        problems,
        form,
        stage,
        isWide: true,
        at: base + importAt(file.id),
        backAt: base + IMPORT_AT,
        id: file.id,
      },
      ...{
        notice: isDone && stage !== 'COMING_OUT' ? words.done : '',
        stageName: stageWords[stage],
        lead: carried === '' ? stageLeads[stage] : words.pressAgain,
        carried,
      },
      facts: [
        { label: words.who, said: actorInWords(file.by) },
        { label: words.inFile, said: `${file.rows}` },
        { label: words.broughtIn, said: `${ours}` },
        { label: words.leftBehind, said: `${behind.length}` },
        ...(rows.length < file.rows ? [{ label: words.toCome, said: `${file.rows - rows.length}` }] : []),
        ...(stage === 'COMING_OUT' ? [{ label: words.toRelease, said: `${toRelease}` }] : []),
      ],
      said: standInWords(lines, behind.length),
      needsReason: !isWhole(lines, rows),
      head: plainHead(words.list, words.band, words.year, words.inFile, words.here, words.compare, words.checksums),
      lines: lines.map(reportCells),
      leftHead: plainHead(words.row, words.why, words.reference),
      behind: behind.map((row) => leftCells(row, base)),
      signed: file.signed && {
        said: words.signedBy(actorInWords(file.signed.by), instantInWords(file.signed.at)),
        reason: file.signed.reason ?? '',
      },
      released: file.released && words.releasedBy(actorInWords(file.released.by), instantInWords(file.released.at)),
      signButton: words.sign(access.person.name),
      play: playView(file, stage, rows.filter(({ here }) => here && hadBefore(here.pathway)).length),
      mayRelease: hasRole(access.person, 'SERVICE_MANAGER'),
      release: words.release(ours),
    },
  });
}

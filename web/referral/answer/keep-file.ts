import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { pressed } from '../../access/guard.ts';
import { type ReferralRequest, referrerGuard } from '../../access/referrer-guard.ts';
import { type JudgedFile, judge } from '../../form/files/inspect.ts';
import { fileProblems, tooManyAtOnce } from '../../form/files/words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { ONE_ONLY, readFileForm } from '../../http/file-body.ts';
import { seeOther } from '../../http/message.ts';
import type { RouteHandle } from '../../http/router.ts';
import { badFormPage } from '../../layout/refusals.ts';
import type { ReferralDeps } from '../deps.ts';
import { newFileId } from '../files/own-file.ts';
import { asPage, type FileToken, roomBeside, tokensIn, withFiles } from '../files/tokens.ts';
import { inspectUploads } from '../files/uploads.ts';
import { answerPage, pathOf } from './page.ts';
import { usableIn } from './rows.ts';
import { severalPage } from './several.ts';

/** The page of the button that was pressed: where its mistakes are shown, how many files it takes, and where it leads. */
interface From {
  readonly again: typeof answerPage;
  readonly most: number;
  readonly part: '/write' | '';
}

/**
 * POST of the button that continues: a file that was chosen comes along, as if it had been added first. Here it may have
 * 4 MB, as in the form; a larger one is refused with the button that takes it. Makes every check that `posted` makes.
 */
export function postKeepFile(deps: ReferralDeps): RouteHandle {
  return keep(deps, () => ({ again: answerPage, most: 1, part: '/write' }));
}

/** POST of several files at once, of 4 MB together: the pages of one document. Leads back to the documents. */
export function postSeveral(deps: ReferralDeps): RouteHandle {
  return keep(deps, (tokens) => ({ again: severalPage, most: roomBeside(tokens), part: '' }));
}

function keep(deps: ReferralDeps, fromOf: (tokens: readonly FileToken[]) => From): RouteHandle {
  return pressed(deps, referrerGuard(deps, 'ANSWER'), async (own, { files = '' }, request) => {
    const tokens = tokensIn(files);
    const from = fromOf(tokens);
    const form = await readFileForm(request);
    if ('status' in form) {
      return form.status === 415 ? badFormPage(deps, form) : from.again(deps, own, tokens, form.message);
    }
    const { csrf = '' } = form.fields;
    const refused = own.refuseForm({ csrf });
    if (refused) return refused;
    const judged = await Promise.all(form.files.map((file) => judge({ ...fileOf(file), scan: 'PENDING' })));
    const problem = problemIn(judged, from);
    if (problem !== '') return from.again(deps, own, tokens, problem);
    const added = await put(deps, own, form.files, judged);
    const usable = usableIn(tokens, await inspectUploads(deps, own.theCase, tokens));
    const part = from.part === '' ? 'files' : '';
    return seeOther(absoluteUrl(deps.baseUrl, withFiles(`${pathOf(own)}${from.part}`, part, [...usable, ...added])));
  });
}

/** What is wrong with the first file that cannot be used, and which one it is where there are several. */
function problemIn(judged: readonly JudgedFile[], { most, part }: From): string {
  if (judged.length === 0) return part === '' ? fileProblems.none : '';
  if (judged.length > most) return most === 1 ? ONE_ONLY : tooManyAtOnce(most);
  const place = judged.findIndex(({ problem }) => problem !== '');
  const problem = judged[place]?.problem ?? '';
  return problem === '' || judged.length === 1 ? problem : `File ${place + 1}: ${problem}`;
}

/** Stores each file under an id of this session. Those after the first are its further pages. */
async function put(
  deps: ReferralDeps,
  { theCase, csrf }: ReferralRequest,
  files: readonly Uint8Array[],
  judged: readonly JudgedFile[],
): Promise<FileToken[]> {
  return Promise.all(
    files.map(async (file, index) => {
      const id = newFileId(deps, csrf);
      const { contentType } = judged[index] ?? {};
      if (contentType) await deps.evidence.put(theCase.caller, id, contentType, file);
      return index === 0 ? id : asPage(id);
    }),
  );
}

import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { pressed } from '../../access/guard.ts';
import { referrerGuard } from '../../access/referrer-guard.ts';
import { judge } from '../../form/files/inspect.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { ONE_ONLY, readFileForm } from '../../http/file-body.ts';
import { seeOther } from '../../http/message.ts';
import type { RouteHandle } from '../../http/router.ts';
import { badFormPage } from '../../layout/refusals.ts';
import type { ReferralDeps } from '../deps.ts';
import { fileIdsIn, inspectUploads, newFileId } from '../files/uploads.ts';
import { answerPage, pathOf, usableIn, withFiles } from './page.ts';

/**
 * POST of the button that continues: a file that was chosen comes along, as if it had been added first. Here it may have
 * 4 MB, as in the form; a larger one is refused with the button that takes it. Makes every check that `posted` makes.
 */
export function postKeepFile(deps: ReferralDeps): RouteHandle {
  return pressed(deps, referrerGuard(deps, 'ANSWER'), async (own, { files = '' }, request) => {
    const ids = fileIdsIn(files);
    const form = await readFileForm(request);
    if ('status' in form) {
      return form.status === 415 ? badFormPage(deps, form) : answerPage(deps, own, ids, form.message);
    }
    const { csrf = '' } = form.fields;
    const refused = own.refuseForm({ csrf });
    if (refused) return refused;
    const usable = usableIn(await inspectUploads(deps, own.theCase, ids));
    const write = (added: readonly string[]) =>
      seeOther(absoluteUrl(deps.baseUrl, withFiles(`${pathOf(own)}/write`, '', added)));
    const [file, ...more] = form.files;
    if (file === undefined) return write(usable);
    if (more.length > 0) return answerPage(deps, own, ids, ONE_ONLY);
    const { problem, contentType } = await judge({ ...fileOf(file), scan: 'PENDING' });
    if (problem !== '' || !contentType) return answerPage(deps, own, ids, problem);
    const evidenceId = newFileId(deps);
    await deps.evidence.put(own.theCase.caller, evidenceId, contentType, file);
    return write([...usable, evidenceId]);
  });
}

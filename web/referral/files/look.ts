import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { openUpload } from '../../form/files/open-upload.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import type { ReferralDeps } from '../deps.ts';
import { isOwnFile } from './own-file.ts';

/** GET: opens a file that this very session sent, before the answer is sent. */
export function getLook(deps: ReferralDeps) {
  return async ({ theCase, csrf }: ReferralRequest, { file = '' }: Parameters): Promise<HttpResponse> =>
    isOwnFile(file, csrf) ? openUpload(deps, theCase.caller, file) : notFound(deps);
}

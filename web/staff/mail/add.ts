import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { MAIL_UPLOAD_AT } from './address.ts';
import { addWords as words } from './words.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const SECONDS = 3600;

/** GET: the form that puts an email into the bucket, where it is taken in like one that was forwarded. */
export function getAddMail(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const object = `added-${Buffer.from(deps.random(16)).toString('hex')}`;
    const redirectTo = absoluteUrl(deps.baseUrl, `${MAIL_UPLOAD_AT}?added=yes`);
    const wanted = { object, maxBytes: MAX_BYTES, seconds: SECONDS, redirectTo };
    const upload = await deps.mailFiles.uploadForm(wanted);
    return areaPage(deps, access, {
      ...{ here: MAIL_UPLOAD_AT, template: 'staff/mail/add.njk', title: words.title },
      formOrigins: [new URL(upload.url).origin],
      data: {
        ...{ words, url: upload.url, fields: Object.entries(upload.fields) },
        isAdded: query.added === 'yes',
      },
    });
  };
}

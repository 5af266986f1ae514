import { openMails } from '#application/mail/tell-of-mail.ts';
import { isOverdueRow } from '#domain/process/rollup.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { MAIL_AT, MAIL_UPLOAD_AT, mailAt } from './address.ts';
import { mailListWords as words } from './words.ts';

/** As many emails as one page shows. */
const MOST = 100;

/** GET: every email that waits, the oldest first, by its id and its age. Nothing of what it says. */
export function getMails(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const rows = await openMails(deps.indexes);
    const now = deps.now();
    const oldest = rows.toSorted((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''));
    return areaPage(deps, access, {
      ...{ here: MAIL_AT, template: 'staff/mail/list.njk', title: words.title },
      data: {
        ...{ words, addAt: MAIL_UPLOAD_AT, isMore: rows.length > MOST },
        mails: oldest.slice(0, MOST).map(({ taskId = '', waitingSince, due, order, ...row }) => ({
          ...{ at: mailAt(taskId), text: words.open(taskId) },
          received: waitingSince === undefined ? '' : instantInWords(waitingSince),
          due: due === undefined ? '' : plainDate(londonDateOf(due)),
          isOverdue: isOverdueRow({ ...row, due }, now),
        })),
      },
    });
  };
}

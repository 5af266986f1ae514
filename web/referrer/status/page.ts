import { shownStatus } from '#domain/case/change.ts';
import { page } from '../../layout/page.ts';
import { plainHistory } from '../../record/history.ts';
import { statusInWords } from '../../record/status.ts';
import type { ReferrerDeps } from '../deps.ts';
import { visited } from '../visit.ts';

/** GET of the status page: where the referral is, in words. */
export function getStatus(deps: ReferrerDeps) {
  return visited(deps, 'STATUS', async ({ theCase }) => {
    const data = { where: statusInWords[shownStatus(theCase)], history: plainHistory(theCase) };
    return page(deps, { template: 'referrer/status/status.njk', title: `Referral ${theCase.reference}`, data });
  });
}

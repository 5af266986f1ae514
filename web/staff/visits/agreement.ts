import { lettersNow } from '#domain/people/letters.ts';
import { AGREEMENT_VERSION, homeVisitingAgreement } from '#domain/service/agreement.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { VISITS_AT } from './address.ts';
import { visitWords as words } from './words.ts';

/** GET: the home visiting agreement, to be printed for any family. It names no one. */
export function getAgreement(deps: StaffDeps) {
  return async ({ team }: AreaAccess): Promise<HttpResponse> => {
    const reach = lettersNow(team, deps.config);
    return page(deps, {
      ...{ template: 'staff/visits/agreement.njk', title: words.agreement },
      data: {
        ...{ words, reach, back: VISITS_AT, version: words.agreementVersion(AGREEMENT_VERSION) },
        agreement: homeVisitingAgreement(deps.policy),
      },
    });
  };
}

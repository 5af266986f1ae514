import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferrerDeps } from '../deps.ts';

/** GET /: what this is, and whom to call in an emergency. */
export function getHome(deps: ReferrerDeps) {
  return async (): Promise<HttpResponse> => {
    const { emergencyNumbers, serviceName } = deps.config;
    return page(deps, {
      template: 'referrer/home/home.njk',
      title: `Referrals to ${serviceName}`,
      data: { emergencyNumbers },
    });
  };
}

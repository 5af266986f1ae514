import { cleanLink } from '../access/clean-link.ts';
import { posted, shown } from '../access/guard.ts';
import { sharedGuard } from '../access/shared-guard.ts';
import { sharedLinkGuard } from '../access/shared-link.ts';
import type { Route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { getAssessment, getEvidence } from '../staff/record/evidence/get.ts';
import { unlessHidden } from '../staff/record/evidence/unless-hidden.ts';
import type { SharedDeps } from './deps.ts';
import { getCode, getLink, postCode, postLink } from './link/page.ts';
import { orNewSharedLink } from './new-link.ts';
import { getRecord, postView } from './record/page.ts';

/** The pages of another service, under /shared: it can read the referrals that are shared with it, and say its view where it decides with us. */
export function sharedRoutes(deps: SharedDeps): Route[] {
  const [link, record] = [sharedLinkGuard(deps), sharedGuard(deps)];
  const refuse = () => notFound(deps);
  const evidence = unlessHidden(deps, getEvidence(deps), refuse);
  const assessment = unlessHidden(deps, getAssessment(deps), refuse);
  const at = '/shared/{reference}';
  return [
    { method: 'GET', pattern: '/shared/l/{token}', handle: cleanLink(deps, '/shared/l', shown(link, getLink(deps))) },
    { method: 'POST', pattern: '/shared/l/{token}', handle: orNewSharedLink(deps, posted(deps, link, postLink(deps))) },
    { method: 'GET', pattern: '/shared/l/{token}/code', handle: shown(link, getCode(deps)) },
    {
      method: 'POST',
      pattern: '/shared/l/{token}/code',
      handle: orNewSharedLink(deps, posted(deps, link, postCode(deps))),
    },
    { method: 'GET', pattern: at, handle: shown(record, getRecord(deps)) },
    { method: 'POST', pattern: `${at}/view`, handle: posted(deps, record, postView(deps)) },
    { method: 'GET', pattern: `${at}/evidence/{index}`, handle: shown(record, evidence) },
    {
      method: 'GET',
      pattern: `${at}/evidence/{index}/{page}`,
      handle: shown(record, evidence),
    },
    {
      method: 'GET',
      pattern: `${at}/early-help-assessment`,
      handle: shown(record, assessment),
    },
    {
      method: 'GET',
      pattern: `${at}/early-help-assessment/{page}`,
      handle: shown(record, assessment),
    },
  ];
}

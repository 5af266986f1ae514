import { cleanLink } from '../access/clean-link.ts';
import { familyGuard } from '../access/family-guard.ts';
import { familyLinkGuard } from '../access/family-link.ts';
import { familyPageGuard } from '../access/family-page-guard.ts';
import { posted, shown } from '../access/guard.ts';
import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import { getFamilyCode, postFamilyCode } from './code/page.ts';
import type { FamilyPagesDeps } from './deps.ts';
import { getLink, postLink } from './link/page.ts';
import { getOffer, postOffer } from './offer/page.ts';
import { getFamilyPage, postLeave } from './page/page.ts';
import { getTell, postTell } from './tell/page.ts';

const PAGE = '/family/{reference}';
const OFFER = `${PAGE}/offer`;

/** The pages of families, under /family. */
export function familyPages(deps: FamilyPagesDeps): Handle {
  return route(familyRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

/** Every address with the guard that its reader must pass. */
export function familyRoutes(deps: FamilyPagesDeps): Route[] {
  const link = familyLinkGuard(deps);
  const [family, ownPage] = [familyGuard(deps), familyPageGuard(deps)];
  return [
    { method: 'GET', pattern: '/family', handle: getFamilyCode(deps) },
    { method: 'POST', pattern: '/family', handle: postFamilyCode(deps) },
    {
      method: 'GET',
      pattern: '/family/l/{token}',
      handle: cleanLink(deps, '/family/l', shown(link, getLink(deps))),
    },
    { method: 'POST', pattern: '/family/l/{token}', handle: posted(deps, link, postLink(deps)) },
    {
      method: 'GET',
      pattern: '/family/page/l/{token}',
      handle: cleanLink(deps, '/family/page/l', shown(link, getLink(deps))),
    },
    { method: 'POST', pattern: '/family/page/l/{token}', handle: posted(deps, link, postLink(deps)) },
    { method: 'GET', pattern: PAGE, handle: shown(ownPage, getFamilyPage(deps)) },
    { method: 'GET', pattern: `${PAGE}/tell/{what}`, handle: shown(ownPage, getTell(deps)) },
    { method: 'POST', pattern: `${PAGE}/tell/{what}`, handle: posted(deps, ownPage, postTell(deps)) },
    { method: 'POST', pattern: `${PAGE}/close`, handle: posted(deps, ownPage, postLeave(deps)) },
    { method: 'GET', pattern: OFFER, handle: shown(family, getOffer(deps)) },
    { method: 'POST', pattern: OFFER, handle: posted(deps, family, postOffer(deps)) },
  ];
}

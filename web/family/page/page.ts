import { visitAt } from '#domain/case/assessment.ts';
import { townInWords } from '#domain/people/stay-and-play.ts';
import { knownIn } from '#domain/referral/known.ts';
import { liveBlock, openVisit, visitBegins } from '#domain/support/block.ts';
import type { Support } from '#domain/support/support.ts';
import { townNow } from '#domain/support/town.ts';
import type { FamilyPageRequest } from '../../access/family-page-guard.ts';
import type { FamilyPageSeen } from '../../access/family-page-link.ts';
import { endSession } from '../../access/gain-rights.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { tellLinks, toldView } from '../tell/told.ts';
import { tellPageWords } from '../tell/words.ts';
import { whereWeAre } from './place.ts';
import { visitedAt, familyPageWords as words } from './words.ts';

/** GET: where the child is, what the words mean, why families wait, and what to do until then. Showing it is a reading. */
export function getFamilyPage(deps: FamilyPagesDeps) {
  return async (request: FamilyPageRequest): Promise<HttpResponse> => {
    const { theCase, actor: by, csrf } = request;
    const { reference } = theCase;
    const [support] = await Promise.all([
      theCase.toSupport ? deps.supports.readSupport(reference) : undefined,
      deps.access.recordReading({ reference, at: deps.now(), by, what: 'FAMILY_PAGE' }),
    ]);
    const where = [...(await whereWeAre(deps, request, support)), ...nextVisits(deps, request, support)];
    const said = { tell: tellLinks, told: toldView(request, deps.policy), tellWords: tellPageWords };
    const data = { ...{ reference, csrf, words, where }, ...said, stayAndPlay: stayAndPlay(deps, request, support) };
    return page(deps, { template: 'family/page/page.njk', title: words.title, data });
  };
}

/** POST: the session of this browser ends, so that whoever has the device next opens nothing. */
export function postLeave(deps: FamilyPagesDeps) {
  return async ({ session }: FamilyPageRequest): Promise<HttpResponse> => {
    await endSession(deps, session);
    return say(deps, 200, words.left, words.leftSays);
  };
}

/** The visits that are still to come, where a person agreed that times may stand on this page. */
function nextVisits(
  { now }: FamilyPagesDeps,
  { theCase, showsPlaces }: FamilyPageSeen,
  support: Support | undefined,
): readonly string[] {
  if (!showsPlaces) return [];
  const first = theCase.assessment?.visit;
  const weekly = openVisit(liveBlock(support ?? { status: 'WAITING' }) ?? { visits: [] });
  const planned = [
    ...(first ? [{ at: visitAt(first), where: first.where ?? words.atHome }] : []),
    ...(weekly ? [{ at: visitBegins(weekly), where: visitedAt(weekly.where) }] : []),
  ];
  return planned.filter(({ at }) => at >= now()).map(({ at, where }) => words.visit(instantInWords(at), where));
}

/** When and where it is in the town of this child, where a person agreed that places may stand on this page. */
function stayAndPlay(
  { config }: FamilyPagesDeps,
  { theCase, stored, showsPlaces }: FamilyPageSeen,
  support: Support | undefined,
): string {
  const home = showsPlaces ? townNow(knownIn(stored).locality, theCase, support) : undefined;
  const town = config.stayAndPlay?.find((one) => one.town === home);
  return town ? words.stayAndPlay(town.town, townInWords(town)) : words.stayAndPlayAsk;
}

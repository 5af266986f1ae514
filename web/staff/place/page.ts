import { standingOf } from '#application/lists/read-place.ts';
import type { Case } from '#domain/case/case.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { isHeldOn } from '#domain/lists/hold.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { hasRole, mayDecide } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { supportSaid } from '../../family/page/support-said.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { jointAt } from '../joint/address.ts';
import { jointWords } from '../joint/words.ts';
import { LISTS_AT, listAt } from '../lists/address.ts';
import { childOfferAt } from '../offers/address.ts';
import { lastStateOf } from '../offers/offer-view.ts';
import { recordAt } from '../records/address.ts';
import { placeAt } from './address.ts';
import { leftInWords, placeHistory, placeView } from './view.ts';
import { actionWords, placeWords as words } from './words.ts';

/** GET: where a child stands on their list and why, and what can be changed. It names no one. */
export function getPlace(deps: StaffDeps) {
  return async (access: AreaAccess, { reference = '' }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const theCase = await deps.cases.readWholeCase(reference);
    if (!theCase) return notFound(deps);
    const entry = await deps.readEntry(reference);
    const offer = await deps.readChildOffer(reference);
    const isManager = hasRole(access.person, 'SERVICE_MANAGER');
    const base = parseBaseUrl(deps.baseUrl).path;
    const standing = entry && (await standingOf(deps.indexes, entry));
    const now = deps.now();
    const offered = supportSaid(offer?.support, now);
    const beside = { imported: theCase.imported, offered, today: londonDateOf(now) };
    return areaPage(deps, access, {
      ...{ here: LISTS_AT, template: 'staff/place/place.njk', title: words.title(reference) },
      data: {
        ...{
          words,
          jointLink: jointWords.link,
          left: leftView(theCase),
          notice: query.done === 'yes' ? words.done : '',
        },
        ...{ listAt: base + (entry ? listAt(entry) : LISTS_AT), recordAt: base + recordAt(reference) },
        place: entry && standing ? placeView(entry, standing, beside) : undefined,
        joint: entry?.pathway === JOINT_PATHWAY && mayDecide(access.person) ? base + jointAt(reference) : '',
        actions: entry && isManager ? actionsOn(entry, base + placeAt(reference), londonDateOf(now)) : [],
        offer: offer ? { said: lastStateOf(offer), at: isManager ? base + childOfferAt(reference) : '' } : undefined,
        history: placeHistory(theCase, offer?.support),
      },
    });
  };
}

/** What can be done with a place as it stands. A hold that has ended by itself is not offered to be ended. */
function actionsOn({ hold }: ListEntry, at: string, today: string) {
  return Object.entries(actionWords)
    .filter(([name]) => name !== 'end-hold' || (hold && isHeldOn(hold, today)))
    .map(([name, { link }]) => ({ href: `${at}/${name}`, text: link }));
}

function leftView({ list, left }: Case): string {
  if (list || !left) return '';
  return words.left(leftInWords(left.why), actorInWords(left.by), instantInWords(left.at));
}

import type { PlaceResult } from '#application/lists/change-place.ts';
import { visitAt } from '#domain/case/assessment.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { markOf } from '#domain/lists/mark.ts';
import { type Actor, actorId, actorInWords } from '#domain/people/actor.ts';
import { personById } from '#domain/people/team.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { openOffer } from '#domain/support/support.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { gateFaultWords, gateView } from '../../components/closing-gate.ts';
import { inDatedWords } from '../../components/entered-on.ts';
import { eventInWords } from '../../components/record/event-words.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import { assessmentAt } from '../assessments/address.ts';
import type { StaffDeps } from '../deps.ts';
import { LISTS_AT } from '../lists/address.ts';
import { childOfferAt } from '../offers/address.ts';
import { placeAt } from './address.ts';
import { commandIn } from './command.ts';
import {
  type ActionName,
  actionWords,
  choiceWords,
  fieldWords,
  placeFaultWords,
  placeWords as words,
} from './words.ts';

interface Shown {
  readonly status: number;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notice: string;
}

const actionIn = (name: string): ActionName | undefined => actionNames.find((known) => known === name);
const actionNames: readonly ActionName[] = ['band', 'hold', 'end-hold', 'move', 'date', 'remove'];

/** GET: the form of one change of a place. */
export function getPlaceChange(deps: StaffDeps) {
  return (access: AreaAccess, parameters: Parameters): Promise<HttpResponse> =>
    changePage(deps, access, parameters, { status: 200, form: {}, problems: [], notice: '' });
}

/** POST: changed once, or the form again with what was typed: what is missing, or who was faster and what they did. */
export function postPlaceChange(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields, parameters: Parameters): Promise<HttpResponse> => {
    const { reference = '', action = '' } = parameters;
    const name = actionIn(action);
    if (!name) return notFound(deps);
    const result = await deps.changePlace(commandIn(name, form, { reference, by: access.actor }));
    if (result.kind === 'INVALID') {
      const problems = inDatedWords({ ...placeFaultWords, ...gateFaultWords }, result.problems, form);
      return changePage(deps, access, parameters, { status: 422, form, problems, notice: '' });
    }
    if (result.kind === 'NOT_LISTED') return seeOther(absoluteUrl(deps.baseUrl, placeAt(reference)));
    if (result.kind === 'DONE' || isOwn(result, access.actor)) {
      return seeOther(absoluteUrl(deps.baseUrl, `${placeAt(reference)}?done=yes`));
    }
    return changePage(deps, access, parameters, { status: 409, form, problems: [], notice: noticeOf(result) });
  };
}

type NotDone = Extract<PlaceResult, { readonly entry: ListEntry | null }>;

/** Pressed twice by the same person: what they wanted stands, and they are told that it is saved. */
function isOwn({ kind, entry }: NotDone, by: Actor): boolean {
  return kind === 'SAME' && entry?.changed !== undefined && actorId(entry.changed.by) === actorId(by);
}

function noticeOf({ kind, entry }: NotDone): string {
  if (kind === 'OFFERED' || kind === 'BOOKED') return words.notMoved[kind];
  const { changed } = entry ?? {};
  if (!changed) return words.sameUnknown;
  const [who, at] = [actorInWords(changed.by), instantInWords(changed.at)];
  return kind === 'SAME' ? words.same(who, at) : words.stale(who, lastIn(changed.what), at);
}

const lastIn = (what: string) => {
  const known = changeEvents.find((name) => name === what);
  return known === undefined ? words.sameUnknown : eventInWords(known);
};
const changeEvents = [
  ...(['BAND_CONFIRMED', 'BAND_CHANGED', 'LIST_HELD', 'LIST_HOLD_ENDED', 'LIST_MOVED', 'DATE_MOVED'] as const),
] as const;

async function changePage(
  deps: StaffDeps,
  access: AreaAccess,
  { reference = '', action = '' }: Parameters,
  { status, form, problems, notice }: Shown,
): Promise<HttpResponse> {
  const name = actionIn(action);
  const entry = name && (await deps.readEntry(reference));
  if (!name) return notFound(deps);
  const at = parseBaseUrl(deps.baseUrl).path + placeAt(reference);
  if (!entry) return seeOther(absoluteUrl(deps.baseUrl, placeAt(reference)));
  const { what, link, ...said } = actionWords[name];
  const stands = what === 'MOVE' ? await standsInTheWay(deps, reference, entry) : undefined;
  return areaPage(deps, access, {
    ...{ here: LISTS_AT, template: 'staff/place/change.njk', status, title: `${link}: referral ${reference}` },
    data: {
      ...{ words, fieldWords, said, stands, what, form, problems, notice, at, action: name },
      ...{ seen: markOf(entry), choices: choicesOn(entry), ...gateView(words.gateLead) },
    },
  });
}

/** What a move would leave as it was: an offer, or an initial assessment that is booked, with where each is changed. */
async function standsInTheWay(deps: StaffDeps, reference: string, { offered, pathway }: ListEntry) {
  const { path } = parseBaseUrl(deps.baseUrl);
  if (offered !== undefined) {
    const support = await deps.supports.readSupport(reference);
    const said = support && openOffer(support) ? words.offerOpen : words.offerAccepted;
    return { said, link: words.offerLink, at: path + childOfferAt(reference), booking: '' };
  }
  const visit =
    pathway === 'INITIAL_ASSESSMENT' ? (await deps.cases.readCase(reference))?.assessment?.visit : undefined;
  if (!visit) return undefined;
  const name = personById(await deps.readTeam(), visit.person)?.name;
  const said = words.booked(instantInWords(visitAt(visit)), name ?? words.colleague);
  return { said, link: words.assessmentLink, at: path + assessmentAt(reference), booking: `${visit.n}` };
}

function choicesOn(entry: ListEntry) {
  const { pathway, locality } = entry;
  const towns = localitySchema.options.map((value) => ({ value, label: value }));
  const lists = choiceWords.pathways.map((value) => ({ value, label: pathwayInWords(value) }));
  return { ...choiceWords, lists, towns, present: { pathway, locality, band: `${entry.band ?? ''}` } };
}

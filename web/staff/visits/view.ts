import type { Slot } from '#domain/lists/capacity.ts';
import { slotInWords } from '#domain/lists/capacity-words.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import { peopleWith, personById, type Team } from '#domain/people/team.ts';
import { AGREEMENT_VERSION } from '#domain/service/agreement.ts';
import type { Policy } from '#domain/service/policy.ts';
import {
  agreedSessions,
  isVisited,
  liveBlock,
  mayVisitAgain,
  nextKind,
  openVisit,
  sessionsOf,
  visitBegins,
} from '#domain/support/block.ts';
import type { Block, Extension, Visit } from '#domain/support/block-shape.ts';
import { openExtension, sessionsToAsk } from '#domain/support/extension.ts';
import type { Support } from '#domain/support/support.ts';
import { clockInWords, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { keepMark } from '../../keep/keep.ts';
import { cameChoices, outcomeInWords, visitPlaces, whereInWords, visitWords as words } from './words.ts';

/** The facts of a block, its earlier visits, and which forms its page has. */
export function visitsView(support: Support, team: Team, policy: Policy) {
  const { block, started } = support;
  const live = liveBlock(support);
  const next = live && openVisit(live);
  const most = policy.maxSessions + (block ? agreedSessions(block) : 0);
  const toAsk = live ? sessionsToAsk(live, policy) : 0;
  const mayAsk = live !== undefined && support.status === 'STARTED' && !openExtension(live) && toAsk > 0;
  return {
    ended: isVisited(support) ? '' : block ? words.ended : words.notVisited,
    rows: [
      { label: words.progress, value: block ? words.sessions(sessionsOf(block), most) : words.sessions(0, most) },
      { label: words.practitioner, value: personById(team, block?.practitioner ?? '')?.name ?? words.notNamed },
      ...(live ? [{ label: words.weekly, value: weeklyView(live) }] : []),
      { label: words.startedOn, value: started ? plainDate(started.on) : words.notStarted },
      ...(block ? beginningView(block).rows : []),
    ],
    ...{ beginning: beginningView(block), agreedHint: words.agreedHint(AGREEMENT_VERSION) },
    // The form of an initial visit asks for the same.
    mayNote: live !== undefined && next?.kind !== 'INITIAL',
    next: live && next ? nextView(live, next, most) : null,
    mayPlan: live !== undefined && (next !== undefined || mayPlan(live, policy)),
    allDone: live !== undefined && !next && !mayPlan(live, policy) ? words.allDone : '',
    isNew: block === undefined,
    askable: mayAsk ? Array.from({ length: toAsk }, (_, n) => ({ value: String(n + 1), label: String(n + 1) })) : [],
    extensions: (block?.extensions ?? []).toReversed().map(extensionView),
    earlier: (block?.visits ?? [])
      .filter(({ outcome }) => outcome)
      .toReversed()
      .map(earlierView),
    over: seenWith(block, next),
  };
}

/** Who can visit a child: each practitioner with the weekly visits of theirs that no child has, and at times to be agreed. */
export function visitorChoices(team: Team, free: readonly Slot[]) {
  return peopleWith(team, 'PRACTITIONER').flatMap(({ id: person, name }) => [
    ...free
      .filter(({ practitioner }) => practitioner === person)
      .map((slot) => ({
        value: `${person} ${slot.id}`,
        label: words.visitOf(name, slotInWords(slot), slot.locality),
      })),
    { value: person, label: words.noTimeOf(name) },
  ]);
}

function weeklyView({ weekly }: Block) {
  return weekly ? words.everyWeek(dayInWords(weekly.day), clockInWords(weekly.at)) : words.timesToAgree;
}

/** What each form of the page is filled in over, as a mark. A form that asks about something else by now has another one. */
function seenWith(block: Block | undefined, next: Visit | undefined) {
  const { visits = [], extensions = [], noted, agreement, practitioner = '' } = block ?? {};
  return {
    RECORD: keepMark(next?.id ?? ''),
    PLAN: keepMark(next?.id ?? '', String(visits.length)),
    NOTE: keepMark(noted?.at ?? '', agreement?.on ?? ''),
    EXTEND: keepMark(String(extensions.length)),
    NAME: keepMark(practitioner),
  };
}

function mayPlan(block: Block, policy: Policy): boolean {
  return nextKind(block) === 'INITIAL' || mayVisitAgain(block, policy).allowed;
}

/** The agreement, strengths and needs as they stand. `seen` tells a later form what it was filled in over. */
function beginningView({ agreement, noted }: Pick<Block, 'agreement' | 'noted'> = {}) {
  const { strengths = '', needs = '', at: seen = '' } = noted ?? {};
  const gone = agreement
    ? words.agreed(agreement.version, plainDate(agreement.on), agreement.with, actorInWords(agreement.by))
    : words.notAgreed;
  const isOld = agreement !== undefined && agreement.version !== AGREEMENT_VERSION;
  return {
    ...{ strengths, needs, seen },
    rows: [
      { label: words.agreement, value: isOld ? `${gone} ${words.newAgreement(AGREEMENT_VERSION)}` : gone },
      ...(strengths === '' ? [] : [{ label: words.strengthsLabel, value: strengths }]),
      ...(needs === '' ? [] : [{ label: words.needsLabel, value: needs }]),
    ],
  };
}

/** What was asked for, and what the service manager decided. */
function extensionView({ sessions, why, by, at, answer }: Extension) {
  const asked = words.askedFor(sessions, actorInWords(by), instantInWords(at));
  if (!answer) return { said: `${asked} ${words.waitsForManager}`, why, reason: '' };
  const who = actorInWords(answer.by);
  const said = answer.agreed > 0 ? words.agreedTo(answer.agreed, who) : words.extensionRefused(who);
  return { said: `${asked} ${said}`, why, reason: answer.reason };
}

/** The visit that is planned, and what can come of it. */
function nextView(block: Block, visit: Visit, most: number) {
  const { id, kind, where, on, at } = visit;
  return {
    ...{ id, on, at: clockInWords(at), where, isInitial: kind === 'INITIAL' },
    what: kind === 'INITIAL' ? words.initial : words.session(sessionsOf(block) + 1, most),
    when: instantInWords(visitBegins(visit)),
    place: whereInWords(where),
    choices: cameChoices(where === 'HOME'),
  };
}

function earlierView({ kind, on, outcome, where }: Visit) {
  const what = kind === 'INITIAL' ? `${words.initial}. ` : '';
  const isMet = outcome?.what === 'ATTENDED';
  return {
    said: `${plainDate(on)}: ${what}${outcomeInWords(outcome?.what ?? '')}. ${whereInWords(where)}.`,
    seen: isMet ? `${outcome?.childSeen ? words.seen : words.unseen}.` : '',
    note: outcome?.note ?? '',
    by: outcome ? `${actorInWords(outcome.by)}, ${instantInWords(outcome.at)}` : '',
  };
}

export const places = visitPlaces;

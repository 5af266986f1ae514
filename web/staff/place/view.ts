import type { Standing } from '#application/lists/read-place.ts';
import type { Case } from '#domain/case/case.ts';
import { dateOf } from '#domain/lists/change-place.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { explainPlace } from '#domain/lists/explain.ts';
import { placeForFamily } from '#domain/lists/for-family.ts';
import { isHeldOn } from '#domain/lists/hold.ts';
import { isListEvent } from '#domain/lists/list-events.ts';
import { promptWords } from '#domain/lists/prompt-words.ts';
import { sumOf } from '#domain/lists/tally.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { isClosingEvent } from '#domain/support/closing-gate.ts';
import type { Support } from '#domain/support/support.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { gateInWords } from '../../components/closing-gate.ts';
import { eventInWords } from '../../components/record/event-words.ts';
import { reviewInWords } from '../../components/record/review-words.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { timeLeft } from '../lists/row-view.ts';
import { listsWords } from '../lists/words.ts';
import { becameInWords } from './list-event-words.ts';
import { supportEventInWords } from './support-event-words.ts';
import { contactHows, leftWhys, waitsFor, placeWords as words } from './words.ts';

/** What stands beside a place. `offered`: how far an offer has come, as the family reads it. */
interface BesidePlace {
  readonly imported: Case['imported'];
  readonly offered: string | undefined;
  readonly today: string;
}

/** The place of a child in words: where and why, each of its facts, and what the family can be told. */
export function placeView(entry: ListEntry, { tally, all }: Standing, { imported, offered, today }: BesidePlace) {
  const { pathway, locality, targetOn, acceptedOn, prompts = [] } = entry;
  const day = (on: string) => plainDate(on);
  return {
    sentence: `${explainPlace(entry, tally, all)}.`,
    facts: [
      { label: words.list, said: listsWords.listTitle(pathwayInWords(pathway), locality) },
      { label: words.band, said: bandSaid(entry) },
      { label: words.target, said: `${day(targetOn)} (${timeLeft(targetOn, today)})` },
      { label: words.hold, said: holdSaid(entry, today) },
      { label: words.referred, said: day(dateOf(entry, 'REFERRAL')) },
      { label: words.accepted, said: day(acceptedOn) },
      { label: words.listed, said: day(dateOf(entry, 'LIST')) },
      ...(imported ? [{ label: words.sessions, said: `${imported.sessionsHad}` }] : []),
      ...(entry.reviewed ? [{ label: words.reviewed, said: reviewSaid(entry.reviewed) }] : []),
      ...(entry.quiet ? [{ label: words.quiet, said: words.quietSaid }] : []),
      { label: words.look, said: prompts.map((code) => promptWords.get(code) ?? code).join('. ') || words.nothing },
    ],
    forFamily:
      offered !== undefined
        ? [offered]
        : placeForFamily({
            ...{ position: sumOf(tally) + 1, all, target: day(targetOn) },
            waitsFor: `${waitsFor.get(pathway) ?? 'support'} in ${locality}`,
          }),
  };
}

function reviewSaid({ on, ...found }: NonNullable<ListEntry['reviewed']>): string {
  return [...reviewInWords(found), words.toldOn(plainDate(on))].join('. ');
}

function bandSaid({ band, suggestedBand }: ListEntry): string {
  if (band !== null) return words.bandConfirmed(band);
  return suggestedBand === null ? words.bandToSet : words.bandSuggested(suggestedBand);
}

function holdSaid({ hold }: ListEntry, today: string): string {
  if (!hold) return words.noHold;
  if (hold.until === undefined) return words.holdOpen;
  const until = plainDate(hold.until);
  return isHeldOn(hold, today) ? words.holdUntil(until) : words.holdOver(until);
}

const hows: ReadonlyMap<string, string> = new Map(Object.entries(contactHows));
const whys: ReadonlyMap<string, string> = new Map(Object.entries(leftWhys));

/** Everything that happened to the place, and at the sessions of a group, the newest first, each with who, when and why. */
export function placeHistory({ history }: Case, support: Pick<Support, 'history'> | undefined) {
  const inSupport = new Map<unknown, string | undefined>(
    (support?.history ?? []).map((event) => [event, supportEventInWords(event)]),
  );
  return [...history, ...(support?.history ?? [])]
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .flatMap((event) => {
      const isOfPlace = isListEvent(event) || isClosingEvent(event);
      const what = isOfPlace ? eventInWords(event.event) : inSupport.get(event);
      if (what === undefined) return [];
      const contact = 'contact' in event ? event.contact : undefined;
      return [
        {
          ...{ what, who: actorInWords(event.by), at: instantInWords(event.at) },
          lines: isClosingEvent(event) ? gateInWords(event) : becameInWords(event),
          why: [
            ...('why' in event ? [leftInWords(event.why)] : []),
            ...(event.text === undefined || isClosingEvent(event) ? [] : [event.text]),
          ],
          contact: contact
            ? words.contacted({ how: hows.get(contact.how) ?? '', on: plainDate(contact.on), who: contact.who })
            : '',
        },
      ];
    })
    .reverse();
}

/** Why a child left the lists, in words. */
export function leftInWords(why: string): string {
  return whys.get(why) ?? why;
}

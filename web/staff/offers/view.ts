import type { FreeSlot } from '#application/support/read-offers.ts';
import type { Candidate } from '#domain/lists/propose.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { clockInWords, plainDate } from '#domain/values/dates.ts';
import { codeInWords } from '../../components/record/words.ts';
import { placeAt } from '../place/address.ts';
import { slotAt } from './address.ts';
import { passedOverWords, slotWords, offersWords as words } from './words.ts';

/** As many children passed over as a page names, the first of the list first. */
const NAMED = 20;

interface Weekly {
  readonly pathway: string;
  readonly locality: string;
  readonly day: string;
  readonly at: string;
}

/** A slot in words: what, where and when. */
export function slotInWords({ pathway, locality, day, at }: Weekly): string {
  const what = slotWords.get(pathway) ?? codeInWords(pathway);
  return words.slot({ what, locality, when: words.when(dayInWords(day), clockInWords(at)) });
}

/** A free slot with the child who is next, the reason, and who is passed over and why. */
export function freeView({ slot, firstOn, proposal }: FreeSlot, team: Team, today: string) {
  const { next, passedOver } = proposal;
  const name = slot.practitioner === undefined ? undefined : personById(team, slot.practitioner)?.name;
  return {
    ...{ id: slot.id, at: slotAt(slot.id), said: slotInWords(slot) },
    who: name === undefined ? '' : words.with(name),
    first: firstOn === undefined ? words.noFirst : words.first(plainDate(firstOn)),
    next: next ? { ...childView(next.candidate, today), reason: next.reason } : undefined,
    count: passedOver.length,
    passedOver: passedOver
      .slice(0, NAMED)
      .map(({ candidate, why }) => ({ ...childView(candidate, today), why: passedOverWords[why] })),
    left: Math.max(0, passedOver.length - NAMED),
  };
}

type FreeView = ReturnType<typeof freeView>;

/** Places with a next child first. Places alike without one stand once, with how many there are. */
export function withoutRepeats(places: readonly FreeView[]) {
  const alike = Map.groupBy(
    places.filter(({ next }) => next === undefined),
    ({ said, who }) => `${said} ${who}`,
  );
  const once = [...alike.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, many: more.length > 0 ? words.alike(more.length + 1) : '' }] : [],
  );
  return [...places.filter(({ next }) => next !== undefined).map((one) => ({ ...one, many: '' })), ...once];
}

function childView({ reference, entry: { targetOn } }: Candidate, today: string) {
  return {
    ...{ reference, at: placeAt(reference) },
    target: targetOn === undefined ? '' : words.target(plainDate(targetOn)),
    isOver: targetOn !== undefined && targetOn < today,
  };
}

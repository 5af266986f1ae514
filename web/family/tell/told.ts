import { workingDaysFor } from '#domain/case/family-ask.ts';
import { type AskedWhat, askedWhatSchema, type FamilyAsk } from '#domain/case/family-ask-shape.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { addWorkingDays } from '#domain/values/working-days.ts';
import type { FamilyPageSeen } from '../../access/family-page-link.ts';
import { tellWords, tellPageWords as words } from './words.ts';

/** What this adult told or asked through the page, the newest first, with the day and the words of each answer. */
export function toldView({ theCase, place, facts, showsPlaces }: FamilyPageSeen, policy: Policy) {
  // What staff typed may say where a family is.
  const showsWords = showsPlaces || mayShow('TYPED', 'FAMILY', facts);
  const own = (theCase.familyAsks ?? []).filter((one) => one.place === place);
  return own.toReversed().map((ask) => ({ asked: askedInWords(ask), ...answerOf(ask, policy, showsWords) }));
}

function askedInWords({ what, at }: FamilyAsk): string {
  const known: AskedWhat = askedWhatSchema.safeParse(what).data ?? 'CALL_ME';
  return words.asked(tellWords[known].link, plainDate(londonDateOf(at)));
}

function answerOf({ what, at, answer }: FamilyAsk, policy: Policy, showsWords: boolean) {
  if (answer)
    return {
      state: words.answered(plainDate(answer.on)),
      lines: showsWords ? answer.words.split('\n') : [words.hidden],
    };
  const by = addWorkingDays(londonDateOf(at), workingDaysFor(what), policy);
  return { state: words.waits(plainDate(by)), lines: [] };
}

/** What each action of the page says and where it is, in order. */
export const tellLinks = askedWhatSchema.options.map((what) => ({
  at: tellWords[what].at,
  text: tellWords[what].link,
}));

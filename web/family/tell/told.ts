import { isComplaint } from '#domain/case/complaint.ts';
import { askDueOn } from '#domain/case/family-ask.ts';
import { type AskedWhat, askedWhatSchema, type FamilyAsk, upheldSchema } from '#domain/case/family-ask-shape.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addMonthsClamped, londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { FamilyPageSeen } from '../../access/family-page-link.ts';
import { tellWords, upheldWords, tellPageWords as words } from './words.ts';

/** What this adult told or asked through the page, the newest first, with the day and the words of each answer. */
export function toldView({ theCase, place, facts, showsPlaces }: FamilyPageSeen, policy: Policy) {
  // What staff typed may say where a family is.
  const showsWords = showsPlaces || mayShow('TYPED', 'FAMILY', facts);
  const own = (theCase.familyAsks ?? []).filter((one) => one.place === place);
  return own.toReversed().map((ask) => ({ asked: askedInWords(ask), ...answerOf(ask, policy, showsWords) }));
}

function askedInWords({ what, at }: FamilyAsk): string {
  const known: AskedWhat = askedWhatSchema.safeParse(what).data ?? 'CALL_ME';
  const { told = tellWords[known].link } = tellWords[known];
  return words.asked(told, plainDate(londonDateOf(at)));
}

function answerOf({ answer, ...ask }: FamilyAsk, policy: Policy, showsWords: boolean) {
  if (answer)
    return {
      state: words.answered(plainDate(answer.on)),
      lines: [
        ...upheldOf(answer),
        ...(showsWords ? answer.words.split('\n') : [words.hidden]),
        ...nextOf(ask, answer, policy),
      ],
    };
  const by = plainDate(askDueOn(ask, londonDateOf(ask.at), policy));
  return { state: words.waits(by), lines: isComplaint(ask.what) ? [words.byAnother] : [] };
}

type Answer = NonNullable<FamilyAsk['answer']>;

const upheldOf = ({ upheld }: Answer) => {
  const known = upheldSchema.safeParse(upheld).data;
  return known ? [upheldWords[known]] : [];
};

/** What who complained can do next: ask for the second stage in time, and then the ombudsman. */
function nextOf(
  { what, isSecond = false }: Pick<FamilyAsk, 'what' | 'isSecond'>,
  { at }: Answer,
  policy: Policy,
): string[] {
  if (!isComplaint(what)) return [];
  const until = plainDate(addMonthsClamped(londonDateOf(at), policy.complaintSecondStageMonths));
  const outside = what === 'DATA_COMPLAINT' ? words.commissioner : words.ombudsman;
  return isSecond ? [outside] : [words.secondStage(until, policy.complaintSecondStageWorkingDays), outside];
}

/** What each action of the page says and where it is, in order. */
export const tellLinks = askedWhatSchema.options.map((what) => ({
  at: tellWords[what].at,
  text: tellWords[what].link,
}));

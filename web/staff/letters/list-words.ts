import { CAME_BACK, cameBackNth } from '#domain/case/told.ts';
import type { Todo } from '#domain/people/todo.ts';
import { isOfOffer } from '#domain/support/told.ts';

const abouts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    LISTED: 'the child is on a waiting list',
    ENDED: 'how the referral ended',
    CAME_BACK: 'in place of an email that came back',
    REOPENED: 'the referral was reopened',
    PLACE_CHANGED: 'the place on the waiting list',
    OFFERED: 'an offer to the family',
  }),
);

const letter = ({ reference, why }: Pick<Todo, 'reference' | 'why'>) =>
  `Referral ${reference}: ${abouts.get(cameBackNth(why) ? CAME_BACK : isOfOffer(why) ? 'OFFERED' : why) ?? 'a letter to the family'}`;

type About = Parameters<typeof letter>[0];

export const letterListWords = {
  title: 'Letters to print',
  lead: 'Open each letter to print it. When you have posted some, select them and enter the date.',
  empty: 'There is no letter to print now.',
  more: 'There are more letters than this page shows. Record these first.',
  letter,
  select: 'Which letters did you post?',
  due: (on: string) => `Due on ${on}.`,
  overdue: 'Overdue',
  largePrint: 'Large print.',
  notNow: 'No letter may be posted now. Open it and record why.',
  open: 'Open',
  postedOnTitle: 'When did you post them?',
  postedOnHint: 'For example, 27 9 2026. If you posted them on different days, record each day by itself.',
  record: 'Record as posted',
  noneMarked: 'Select the letters that you posted',
  results: 'What we recorded',
  done: (about: About) => `${letter(about)}. Recorded as posted.`,
  already: (about: About) => `${letter(about)}. Not recorded now: someone had already recorded what became of it.`,
  notNeeded: (about: About) =>
    `${letter(about)}. Not recorded: no one needs this letter any more. If you posted it, tell your service manager.`,
  tooEarly: (about: About) => `${letter(about)}. Not recorded: the referral arrived after this date. Check the date.`,
  gone: 'That letter is no longer in the list. It was recorded, or no one needs it any more.',
  lately: (days: number) => `Recorded in the last ${days} working days`,
  noneLately: 'No letter was recorded in this time.',
  postedOn: (on: string) => `Posted on ${on}.`,
  notPosted: 'Could not be posted.',
  recorded: (who: string, at: string) => `Recorded on ${at} by ${who}`,
} as const;

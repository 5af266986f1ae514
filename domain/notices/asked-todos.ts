import { visitOwed, visitWhy } from '../case/assessment.ts';
import { cameBackNow } from '../case/came-back.ts';
import type { Case } from '../case/case.ts';
import { checkInMark } from '../case/check-in.ts';
import { PLACE, placeMark } from '../case/place-told.ts';
import { ASKED, NOT_ANSWERED, questionMark } from '../case/questioned.ts';
import { lifeOf } from '../case/reopen.ts';
import { schoolMark } from '../case/school.ts';
import { CAME_BACK, cameBackWhy, DELAYED, ENDED, LISTED, REOPENED } from '../case/told.ts';
import { MANAGERS, type NewTodo, newTodo, PRINTERS, type Todo, TRIAGERS } from '../people/todo.ts';
import type { Policy } from '../service/policy.ts';
import { toTell } from '../support/follow.ts';
import type { Support } from '../support/support.ts';
import { offeredWhy } from '../support/told.ts';
import { londonDateOf } from '../values/dates.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';

/** What a kind of notice asks staff to do beside a task, once for a case. `workingDays` is how long they have. */
export interface AskedTodo extends Pick<NewTodo, 'kind' | 'cause' | 'for' | 'why'> {
  readonly workingDays: number;
  /** Asked anew for each question to the referrer. */
  readonly isOfQuestion?: boolean;
  /** Asked anew for each piece of news about an initial assessment. */
  readonly isOfVisit?: boolean;
  /** Asked anew once the case was started again. */
  readonly isOfRun?: boolean;
  /** Asked anew for each change of a place. */
  readonly isOfPlace?: boolean;
  /** Asked anew each time that a family is asked whether anything has changed. */
  readonly isOfCheckIn?: boolean;
  /** Asked anew each year in which a family is invited to Starting School. */
  readonly isOfSchool?: boolean;
  /** Asked anew for each offer. */
  readonly isOfOffer?: boolean;
  /** Asked anew for each extension of home visits. */
  readonly isOfExtension?: boolean;
}

/** How long staff have, in working days. Source: local choice. */
const SOON = 5;
const LATER = 10;

/** The band of a child who has joined a list: the service only suggests one. */
export const confirmBand: AskedTodo = {
  ...{ kind: 'CONFIRM_BAND', cause: 'LISTED', for: TRIAGERS, why: LISTED, workingDays: LATER },
};

/** To review a long wait with the family, once a child. */
export const reviewOfWait: AskedTodo = {
  ...{ kind: 'REVIEW_WAIT', cause: 'WAIT', for: MANAGERS, why: LISTED, workingDays: LATER },
};

/** That a child was accepted, to a family that no notice may tell. */
export const tellOfListing: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'LISTED', for: MANAGERS, why: LISTED, workingDays: SOON },
};

/** How a referral ended, to a family of whom no one has entered that they were told. */
export const tellOfEnd: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'ENDED', for: MANAGERS, why: ENDED, workingDays: SOON },
};

/** How a referral stands, to a family whose email came back. */
export const tellAfterBounce: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'CAMEBACK', for: MANAGERS, why: CAME_BACK, workingDays: SOON },
};

/** What the team asked the referrer, to a family that no notice may tell. */
export const tellOfQuestion: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'ASKED', for: MANAGERS, why: ASKED, workingDays: SOON, isOfQuestion: true },
};

/** That the referrer did not answer in time, to the same. */
export const tellOfSilence: AskedTodo = {
  ...{
    kind: 'TELL_IN_PERSON',
    cause: 'SILENT',
    for: MANAGERS,
    why: NOT_ANSWERED,
    workingDays: SOON,
    isOfQuestion: true,
  },
};

/** That a fault delays the referral, to a family that no email may tell: a letter would come after it is put right. */
export const tellOfDelay: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'DELAYED', for: MANAGERS, why: DELAYED, workingDays: SOON, isOfRun: true },
};

/** That the referral was reopened, to those whom neither an email nor a letter may tell. */
export const tellOfReopening: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'REOPENED', for: MANAGERS, why: REOPENED, workingDays: SOON },
};

/** What changed of the place on a list, to those whom neither an email nor a letter may tell. */
export const tellOfPlace: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'PLACE', for: MANAGERS, why: PLACE, workingDays: SOON, isOfPlace: true },
};

/** That the rules ended a referral, to be seen by a person. */
export const seeStop: AskedTodo = {
  ...{ kind: 'SEE_STOP', cause: 'STOPPED', for: TRIAGERS, why: 'STOPPED', workingDays: SOON },
};

/** What is asked of this case: once more after it was reopened or another email came back, by a TODO of its own. Of a stop it says which it was. */
export function askedNow(
  asked: AskedTodo,
  theCase: Pick<
    Case,
    'reopened' | 'outcome' | 'task' | 'cameBack' | 'run' | 'assessment' | 'list' | 'checkIn' | 'school'
  >,
  support?: Support,
): AskedTodo {
  if (asked.isOfOffer) return ofOffer(asked, support);
  if (asked.isOfExtension) return { ...asked, cause: support?.block?.extensions?.at(-1)?.id ?? asked.cause };
  if (asked.isOfQuestion) return { ...asked, cause: `${asked.cause}${questionMark(theCase)}` };
  if (asked.isOfPlace) return { ...asked, cause: `${asked.cause}${placeMark(theCase) ?? ''}` };
  if (asked.isOfSchool) return { ...asked, cause: schoolMark(theCase) ?? asked.cause };
  if (asked.isOfCheckIn) return { ...asked, cause: checkInMark(theCase) ?? asked.cause };
  if (asked.isOfRun) return { ...asked, cause: `${asked.cause}${theCase.run}` };
  const owed = visitOwed(theCase) ?? '';
  if (asked.isOfVisit) return { ...asked, cause: `${asked.cause}${owed}`, why: visitWhy(owed) };
  const cause = `${asked.cause}${lifeOf(theCase) ?? ''}`;
  if (asked === seeStop) return { ...asked, cause, why: theCase.outcome ?? asked.why };
  const nth = asked.why === CAME_BACK ? cameBackNow(theCase) : 1;
  return nth === 1 ? { ...asked, cause } : { ...asked, cause: `${cause}N${nth}`, why: cameBackWhy(nth) };
}

/** What is asked once more, for the nth time, because the email with its news came back: by a TODO of its own. */
export function askedAgain(asked: AskedTodo, nth: number | undefined): AskedTodo {
  return nth === undefined ? asked : { ...asked, cause: `BACK${nth}${asked.cause}` };
}

/** Of the nth offer; what a family is rung about is what they answered last. */
function ofOffer(asked: AskedTodo, support: Support | undefined): AskedTodo {
  const nth = support?.offers.length ?? 1;
  const cause = `${asked.cause}${nth}`;
  if (asked.kind !== 'RING_FAMILY') return { ...asked, cause, why: offeredWhy(support ?? { offers: [] }) };
  const why = (support && (toTell(support) ?? support.toRing?.why)) ?? asked.why;
  return { ...asked, cause: `${cause}${why.replace('_', '')}`, why };
}

const toPrint = { kind: 'PRINT_LETTER', for: PRINTERS, workingDays: SOON } as const;

/** The letters that say that a child was accepted, to those whom no email may tell and a letter may. */
export const printOfListing: AskedTodo = { ...toPrint, cause: 'LISTED', why: LISTED };

/** The letters that say how a referral ended. */
export const printOfEnd: AskedTodo = { ...toPrint, cause: 'ENDED', why: ENDED };

/** News about a visit, to a family that no email may tell: a letter could come too late. */
export const tellOfVisit: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'VISIT', for: MANAGERS, why: 'VISIT', workingDays: 1, isOfVisit: true },
};

/** News about an initial assessment, to those whom neither an email nor a letter may tell. */
export const tellOfAssessment: AskedTodo = { ...tellOfVisit, workingDays: SOON };

/** The letters that tell of an initial assessment. */
export const printOfAssessment: AskedTodo = { ...toPrint, cause: 'VISIT', why: 'VISIT', isOfVisit: true };

/** What happens after missed visits, for a person to decide. */
export const decideAfterMissed: AskedTodo = {
  ...{ kind: 'AFTER_MISSED', cause: 'VISIT', for: MANAGERS, why: 'VISIT', workingDays: SOON, isOfVisit: true },
};

/** The letters that say what changed of the place on a list. */
export const printOfPlace: AskedTodo = { ...toPrint, cause: 'PLACE', why: PLACE, isOfPlace: true };

/** The letters that say that a referral was reopened. */
export const printOfReopening: AskedTodo = { ...toPrint, cause: 'REOPENED', why: REOPENED };

/** The letters in place of emails that came back. */
export const printAfterBounce: AskedTodo = { ...toPrint, cause: 'CAMEBACK', why: CAME_BACK };

/** That someone tells the family what a letter was to say that could not be posted. */
export function tellInstead({ reference, why }: Pick<Todo, 'reference' | 'why'>, now: string, policy: Policy): Todo {
  const asked = { kind: 'TELL_IN_PERSON', cause: `NOTPOSTED${why}`, for: MANAGERS, why, workingDays: SOON } as const;
  return todoAsked(asked, reference, now, policy);
}

/** The TODO as it is stored when it is asked for. */
export function todoAsked(
  { workingDays, kind, cause, for: whom, why }: AskedTodo,
  reference: string,
  now: string,
  policy: Policy,
): Todo {
  const due = workingMorning(addWorkingDays(londonDateOf(now), workingDays, policy), policy);
  return newTodo({ kind, cause, for: whom, why, reference, openedAt: now, due });
}

import type { Cohort, CohortChild } from '#application/starting-school/read-cohort.ts';
import { cohortState, toInvite } from '#application/starting-school/read-cohort.ts';
import { type SchoolRegister, schoolRegisters } from '#application/starting-school/school-register.ts';
import { yearOf } from '#domain/case/school-attendance.ts';
import { isUnanswered } from '#domain/notices/school-lines.ts';
import { datesInWords, hoursInWords } from '#domain/people/school-sessions.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { Cell } from '../../components/table/table.ts';
import { schoolRegisterAt } from '../groups/address.ts';
import { groupsWords } from '../groups/words.ts';
import { schoolChildAt } from './address.ts';
import { schoolAnswers, whyInWords, schoolWords as words } from './words.ts';

/** A cohort as its page shows it: references, towns and codes in words. It names no child. */
export function cohortView(cohort: Cohort, now: string, base: string) {
  const { children, sessions } = cohort;
  const of = (wanted: (child: CohortChild) => boolean) => children.filter(wanted);
  const row = (child: CohortChild, ...more: Cell[]): Cell[] => [
    { text: child.reference, href: `${base}${schoolChildAt(child.reference)}` },
    { text: child.town ?? words.anyTown },
    ...more,
  ];
  const why = ({ place }: CohortChild): Cell => ({ text: whyInWords(place.why) });
  const review = of(({ place, isInvited }) => place.is === 'REVIEW' && !isInvited);
  return {
    sessions: sessions.map((one) => ({ town: one.town, hours: hoursInWords(one), dates: datesInWords(one) })),
    toInvite: toInvite(cohort).map((one) => row(one, why(one))),
    state: cohortState(cohort),
    review: review.map((one) => ({
      value: one.reference,
      label: `${one.reference}, ${one.town ?? words.anyTown}. ${whyInWords(one.place.why)}`,
    })),
    invited: of(({ isInvited }) => isInvited).map((one) =>
      row(one, { text: plainDate(londonDateOf(one.school.invited?.at ?? now)) }, answerCell(one, now)),
    ),
    out: of(({ place, isInvited }) => place.is === 'OUT' && !isInvited).map((one) => row(one, why(one))),
    registers: schoolRegisters(cohort, londonDateOf(now)).map((register) => [
      {
        text: `${register.town}, ${plainDate(register.on)}`,
        href: `${base}${schoolRegisterAt(register.town, register.on)}`,
      },
      { text: schoolStateInWords(register) },
    ]),
    cameOnce: words.cameOnce(
      of(({ school }) => cameIn(school, cohort.year) > 0).length,
      of(({ isInvited }) => isInvited).length,
    ),
    isEmpty: children.length === 0,
  };
}

/** To how many sessions of a summer term the child came. */
function cameIn({ attendance = [] }: CohortChild['school'], year: number): number {
  return attendance.filter((one) => one.isPresent && yearOf(one) === year).length;
}

function answerCell({ school }: CohortChild, now: string): Cell {
  const { answer, invited } = school;
  if (answer) return { text: answerInWords(answer.what) };
  const isLate = isUnanswered({ more: { school: 'INVITED', schoolAt: invited?.at } }, now);
  return { text: words.noAnswerYet, mark: isLate ? words.call : undefined };
}

/** What a family answered, as staff read it. */
export function answerInWords(what: string): string {
  return schoolAnswers.find(({ value }) => value === what)?.label ?? codeInWords(what);
}

/** How many came to a session, and how many who had said yes did not. */
function schoolStateInWords({ children }: SchoolRegister): string {
  const [came = 0, missed = 0] = [true, false].map((is) => children.filter(({ isPresent }) => isPresent === is).length);
  if (children.length === 0) return groupsWords.schoolNoOne;
  return came + missed === 0 ? groupsWords.notRecorded : groupsWords.counts(came, missed);
}

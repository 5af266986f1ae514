import type { Case } from '#domain/case/case.ts';
import { waitsForAnswer } from '#domain/case/questioned.ts';
import { lastDayToAnswer } from '#domain/case/waiting.ts';
import { actorId } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { StaffDeps } from '../deps.ts';
import { answerAt } from './page.ts';
import { staffAnswerWords } from './words.ts';

/** As many as one person asks at a time. */
const MOST = 50;

/** The referrals about which this person asked the referrer, and waits, with where an answer by phone is recorded. */
export async function askedBy({ cases, indexes, policy }: StaffDeps, { id }: Pick<Person, 'id'>) {
  const rows = await indexes.work('REFERRER', MOST);
  const asked = rows.filter(({ why }) => why === 'INFORMATION_REQUESTED');
  const found = await Promise.all(asked.map(({ reference }) => cases.readCase(reference)));
  return found.flatMap((theCase) => {
    const isTheirs = theCase?.ask?.by !== undefined && actorId(theCase.ask.by) === id;
    return theCase?.task && isTheirs && waitsForAnswer(theCase) ? [waitingView(theCase, theCase.task, policy)] : [];
  });
}

function waitingView({ reference }: Case, task: NonNullable<Case['task']>, policy: StaffDeps['policy']) {
  const until = staffAnswerWords.until(plainDate(lastDayToAnswer(task, policy)));
  return { reference, until, at: answerAt(reference), link: staffAnswerWords.link };
}

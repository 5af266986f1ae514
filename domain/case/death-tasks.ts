import { mailboxOfActor } from '../people/actor.ts';
import { newTodo, type Todo } from '../people/todo.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { nextWorkingDay, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';

/** The case as far as it says who must hear of a death. */
type Died = Pick<Case, 'reference' | 'death' | 'forwardingAgreedAt'>;

/**
 * Who must hear from a person that the child has died, a TODO each for the service manager, due on the next working
 * morning. The one for the practitioner is first and always there. Empty when no death is recorded.
 */
export function deathTasks(theCase: Died, calendar: WorkingCalendar): Todo[] {
  const { reference, death, forwardingAgreedAt } = theCase;
  if (!death) return [];
  const due = workingMorning(nextWorkingDay(londonDateOf(death.at), calendar), calendar);
  // A referrer who told us knows it.
  const isReferrerTold = mailboxOfActor(death.by) === undefined;
  const hadService = death.before.status === 'REDIRECTED' || forwardingAgreedAt !== undefined;
  const tell = ['PRACTITIONER', ...(isReferrerTold ? ['REFERRER'] : []), ...(hadService ? ['OTHERSERVICE'] : [])];
  const asked = { reference, kind: 'TELL_OF_DEATH', for: 'ROLE:SERVICE_MANAGER', openedAt: death.at, due } as const;
  return tell.map((why) => newTodo({ ...asked, why, cause: `${markOf(death.at)}${why}` }));
}

/** The TODO behind the link of the email to the service manager. */
export function deathTaskId({ reference, death }: Died): string | undefined {
  return death && `${reference}-TELL_OF_DEATH-${markOf(death.at)}PRACTITIONER`;
}

/** Tells one recording from another that was undone. */
function markOf(at: string): string {
  return at.replace(/\D/g, '');
}

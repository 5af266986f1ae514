import type { Case } from '#domain/case/case.ts';
import { askerOf } from '#domain/case/questioned.ts';
import { type Actor, actorId } from '#domain/people/actor.ts';
import { presentFor } from '#domain/people/duty.ts';
import { deciders, staffOn } from '#domain/people/on-duty.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Now } from '#domain/ports/services.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';

/**
 * The member of staff to whom an answer returns: who asked the question, or who covers for them today. Undefined where nobody
 * of the team asked, or neither of them may decide and is at work: then the task is everyone's.
 */
export async function coverOfAsker(deps: TeamDeps & { readonly now: Now }, theCase: Case): Promise<Actor | undefined> {
  const asker = askerOf(theCase);
  if (!asker) return undefined;
  const [team, today] = [await readTeam(deps)(), londonDateOf(deps.now())];
  const person = presentFor(team, actorId(asker) ?? '', today);
  const mayDecide = deciders(staffOn(team, today)).some(({ id }) => id === person?.id);
  return person && mayDecide ? actorOf(person) : undefined;
}

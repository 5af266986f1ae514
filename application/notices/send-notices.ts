import { isCanary } from '#domain/canary/mark.ts';
import { isForCanary, teamFor } from '#domain/canary/team.ts';
import type { Case } from '#domain/case/case.ts';
import { isQuiet } from '#domain/case/imported.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { isOfOffer } from '#domain/notices/offer-notices.ts';
import { type NoticeMoment, noticesOwed, type Owed } from '#domain/notices/plan.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { saidInCase, withSaid } from '#domain/safe-contact/family-facts.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { readFamily } from '../read-family.ts';
import { openTodos } from '../todos/open-todos.ts';
import type { About } from './about.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';
import { noteForPeople } from './history.ts';
import { hasLeft, type Sent } from './sent.ts';

export type SendNotices = (moment: NoticeMoment, theCase: Case, referral: Addressees) => Promise<readonly Sent[]>;

/** How often the team is looked at again when someone leaves while they are written to. */
const ROUNDS = 5;

/**
 * Sends what is owed at this moment to the team of today and to everyone else, each notice once however often this is called.
 * What notices ask staff to do beside a task is stored before. Of a child whose list no one has released only an operator hears,
 * where the case stands still. Of a referral of the canary no member of staff hears.
 * Where someone has left before theirs went, those are written to who are here instead. Each is claimed in the ledger before
 * it is sent and settled after. One that cannot go now stays claimed and is the sweeper's, so a mail service that is out of
 * reach never holds a case up. Throws, after having tried them all, only when the ledger itself could not be written.
 */
export function sendNotices(deps: DeliverDeps): SendNotices {
  return async (moment, theCase, referral) => {
    if (isQuiet(theCase) && moment !== 'PARKED') return [];
    let seen = theCase;
    let sent: readonly Sent[] = [];
    const support = isOfOffer(moment) ? await deps.supports.readSupport(theCase.reference) : undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      const team = teamFor(theCase, await readTeam(deps)(), deps.config);
      const staff = staffOn(team, londonDateOf(deps.now()));
      const known = await readFamily(deps, seen, referral);
      const all = noticesOwed(moment, seen, known, staff, support);
      const owed = isCanary(theCase) ? all.filter(isForCanary) : all;
      if (!isCanary(theCase)) await openTodos(deps, owed, theCase, support);
      sent = await sendAll(deps, owed, { reference: theCase.reference, theCase: seen, referral: known });
      // Recorded since the case was read: then a person is asked to tell the family.
      const now = sent.some(({ state }) => state === 'FOR_A_PERSON')
        ? await deps.cases.readCase(seen.reference)
        : undefined;
      const isNew = now !== undefined && JSON.stringify(saidInCase(now)) !== JSON.stringify(saidInCase(seen));
      if (isNew) seen = withSaid(seen, now);
      if (!isNew && !sent.some(hasLeft)) break;
    }
    return sent;
  };
}

async function sendAll(
  deps: DeliverDeps,
  owed: readonly Owed[],
  about: About & { readonly theCase: Case },
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const errors: unknown[] = [];
  for (const one of owed) {
    try {
      const result = await deliverNotice(deps, one, about);
      sent.push(result);
      await noteForPeople(deps, about.theCase, result);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return sent;
}

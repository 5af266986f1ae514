import { type ConfiguredCanary, teamFor } from '#domain/canary/team.ts';
import { askedOf } from '#domain/case/asked-of.ts';
import type { Case } from '#domain/case/case.ts';
import { personCode } from '#domain/people/code.ts';
import { deciders, staffOn } from '#domain/people/on-duty.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';

export interface ReassignDeps extends TeamDeps {
  readonly config: TeamDeps['config'] & ConfiguredCanary;
  readonly cases: CaseStore;
  readonly policy: Pick<Policy, 'version'>;
  readonly now: Now;
}

/** The codes of everyone who may decide on a task that is opened at this moment, by the case that it is a task of. */
export async function decidersToday(
  deps: Omit<ReassignDeps, 'cases' | 'policy'>,
): Promise<(theCase: Pick<Case, 'caller'>) => string[]> {
  const [team, today] = [await readTeam(deps)(), londonDateOf(deps.now())];
  return (theCase) => deciders(staffOn(teamFor(theCase, team, deps.config), today)).map((person) => personCode(person));
}

/**
 * Opens the open task of a case, if staff are asked, to those who may decide today, and closes it to all others. Send them
 * their notices first: who sees that a task waits for them finds the email there already.
 */
export async function reassignTask(deps: ReassignDeps, reference: string): Promise<void> {
  const recipientsOf = await decidersToday(deps);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (current) => askedOf(current, moment, recipientsOf(current)));
}

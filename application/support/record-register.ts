import type { Actor } from '#domain/people/actor.ts';
import { attendanceOn, attended } from '#domain/support/attendance.ts';
import { missedSession } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { type EndAtStartDeps, endAtStart } from './end-at-start.ts';
import { type AskToLookDeps, askToLook } from './look-at-missed.ts';
import { type Register, type RegisterDeps, readRegister, registerState } from './read-register.ts';
import { changeSupport } from './support-store.ts';

/** A whole register: who missed the session; everyone else came. `seen`: what the register said when its form was shown. */
export interface RegisterCommand {
  readonly group: string;
  readonly on: string;
  readonly missed: readonly string[];
  readonly seen: string;
}

/** SAVED also for a form that is sent again. CHANGED: someone recorded something else since, as `now` says. */
export type RegisterResult =
  | { readonly kind: 'SAVED' }
  | { readonly kind: 'CHANGED'; readonly now: Register }
  | { readonly kind: 'NO_SESSION' };

/**
 * Records a whole register, a child at a time by one conditional write each. The first attendance of a child starts support by
 * that write. Cut off in between, nothing that was recorded is lost, and sending the register again records the rest. Of a child who
 * did not come a person may be asked to look, until the register is corrected.
 */
export function recordRegister(
  deps: RegisterDeps & AskToLookDeps & EndAtStartDeps,
): (command: RegisterCommand, by: Actor) => Promise<RegisterResult> {
  return async ({ group, on, missed, seen }, by) => {
    const now = await readRegister(deps)(group, on);
    if (!now) return { kind: 'NO_SESSION' };
    const children = now.children.map(({ reference }) => ({ reference, isPresent: !missed.includes(reference) }));
    const isAsked = registerState({ children }) === registerState(now);
    if (!isAsked && registerState(now) !== seen) return { kind: 'CHANGED', now };
    for (const { reference, isPresent } of children) {
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      const record = (found: Support) => attended(found, moment, { group, on, isPresent, by });
      const found = await deps.supports.readSupport(reference);
      const after = found && record(found);
      if (after && !isPresent) await askToLook(deps)(after, missedSession(on));
      const { current } = await changeSupport(deps.supports, reference, record);
      const isCorrected = isPresent && found && attendanceOn(found, group, on)?.isPresent === false;
      if (!found?.started || isCorrected) await endAtStart(deps, current);
    }
    return { kind: 'SAVED' };
  };
}

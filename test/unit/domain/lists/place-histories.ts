import fc from 'fast-check';
import type { Case } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import { entryChanged, holdsPlace } from '#domain/case/change-entry.ts';
import { deathRecorded, deathUndone } from '#domain/case/death.ts';
import { withJoined } from '#domain/case/joined.ts';
import { afterListing } from '#domain/case/list.ts';
import { reopened } from '#domain/case/reopen.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import {
  type Because,
  type ChangeOfEntry,
  changingBand,
  confirmingBand,
  endingHold,
  holding,
  moving,
  movingDate,
  takingOff,
} from '#domain/lists/change-place.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { addDays } from '#domain/values/dates.ts';
import { caseWith, reference } from '../../application/notices/sample.ts';
import { aGate } from '../support/gate-sample.ts';

export const by = personActor('sam', 'Sam', 'manager');
export const why = { reason: 'The family asked for it', by };

/** One command of a case: the case as it leaves it, or undefined where it refuses. */
type Command = (theCase: Case, now: string) => Case | undefined;
export const at = (now: string) => ({ now, policyVersion: 1 });

/** The case decided on and listed, as triage and the workflow do it in two writes. */
const decide =
  (outcome: string, band: 1 | 2 | 3 | undefined): Command =>
  (theCase, now) => {
    if (theCase.list || theCase.death || theCase.status === 'WITHDRAWN' || theCase.status === 'CLOSED')
      return undefined;
    const decision = {
      outcome,
      reason: '',
      by,
      decidedAt: now,
      effectiveAt: now,
      taskId: 'T1',
      kind: 'TRIAGE',
    } as const;
    const decided = { ...decision, ...(band === undefined ? {} : { band }) };
    const next = applyChange(theCase, at(now), { decisions: [...theCase.decisions, decided], outcome, next: 'LIST' });
    return afterListing(next, at(now), { locality: 'Taunton', suggestedBand: 2, broadAreas: 3 }, defaultPolicy);
  };

const join =
  (n: number): Command =>
  (theCase, now) =>
    withJoined(
      theCase,
      at(now),
      caseWith({ reference: `OTHER${n}`, referralOn: addDays('2026-09-24', -n), receivedAt: now }),
    );

/** Told of its end, as the workflow leaves it: only then can it be reopened. */
const reopen: Command = (theCase, now) =>
  theCase.list ? undefined : reopened({ ...theCase, next: 'DONE' }, at(now), by);

const change =
  (changeAt: (because: Because) => ChangeOfEntry): Command =>
  (theCase, now) => {
    if (!holdsPlace(theCase)) return undefined;
    const changed = changeAt({ ...why, now })(theCase.list, theCase.reference);
    return changed && entryChanged(theCase, at(now), changed);
  };

const commands: Record<string, Command> = {
  accepted: decide('ACCEPT_INITIAL_ASSESSMENT', undefined),
  'accepted with a band': decide('ACCEPT_INITIAL_ASSESSMENT', 1),
  'invited to the group': decide('INVITE_GROUP', undefined),
  'band confirmed': change((because) => confirmingBand(3, because)),
  'band changed': change((because) => changingBand(1, because)),
  held: change((because) => holding('2026-12-01', because)),
  'hold ended': change(endingHold),
  'moved to Frome': change((because) => moving({ pathway: 'INITIAL_ASSESSMENT', locality: 'Frome' }, because)),
  'moved to home visiting': change((because) => moving({ pathway: 'HOME_VISITING', locality: 'Taunton' }, because)),
  'taken off': change((because) => takingOff({ why: 'MOVED_AWAY' }, because)),
  withdrawn: (theCase, now) => withdrawn(theCase, at(now), { ...why, gate: aGate }),
  died: (theCase, now) => deathRecorded(theCase, at(now), by),
  'did not die': (theCase, now) => deathUndone(theCase, at(now), why),
  'joined to an earlier one': join(20),
  'joined to one of long ago': join(200),
  reopened: reopen,
};

/** The case once this command was given; as it was where it refuses. */
export function caseOnce(theCase: Case, name: string, now: string): Case {
  return { ...commands, ...dates }[name]?.(theCase, now) ?? theCase;
}

const BEGIN = Date.parse('2026-09-25T09:00:00.000Z');

/** A case after each of these commands in turn, seven hours apart: as it stood at which instant. */
export function statesOf(names: readonly string[], of = reference): { readonly now: string; readonly theCase: Case }[] {
  let theCase = caseWith({ reference: of });
  return names.map((name, index) => {
    const now = new Date(BEGIN + index * 7 * 3_600_000).toISOString();
    theCase = caseOnce(theCase, name, now);
    return { now, theCase };
  });
}

/** The case after any of these commands, in the order in which they were given. */
export function caseAfter(names: readonly string[], of = reference): Case {
  return statesOf(names, of).at(-1)?.theCase ?? caseWith({ reference: of });
}

/** The only commands by which a date may become a later one: a person says so. */
const dates: Record<string, Command> = {
  'target moved': change((because) => movingDate('TARGET', '2027-05-01', because)),
  'referral moved': change((because) => movingDate('REFERRAL', '2026-10-20', because)),
  'list date moved': change((because) => movingDate('LIST', '2026-10-01', because)),
};

/** Up to 14 commands, most of which a case refuses. */
export const anyCommands = commandsOf(Object.keys({ ...commands, ...dates }));
const anyUndated = commandsOf(Object.keys(commands));
/** Any history of a case. */
export const anyCase = anyCommands.map((names) => caseAfter(names));
/** The same without a command that corrects a date. */
export const anyUndatedCase = anyUndated.map((names) => caseAfter(names));

function commandsOf(names: readonly string[]): fc.Arbitrary<string[]> {
  return fc.array(fc.constantFrom(...names), { maxLength: 14 });
}

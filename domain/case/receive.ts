import { plusMinutes } from '../dates.ts';
import type { Entered } from '../draft/entry.ts';
import type { Case } from './case.ts';
import { changed, type Moment } from './change.ts';
import { appendEvent, type NewEvent } from './event.ts';

/**
 * The case of a referral at the moment of its acceptance: received, with the start of its first workflow owed. Storing it
 * is what accepts the referral.
 */
export function receivedCase(
  {
    entered,
    isSuspect = false,
    ...facts
  }: {
    reference: string;
    caller: string;
    receivedAt: string;
    referralOn: string;
    entered?: Entered | undefined;
    isSuspect?: boolean;
  },
  policyVersion: number,
): Case {
  return {
    ...facts,
    ...(isSuspect ? { suspicion: 'STANDS' } : {}),
    version: 1,
    status: 'RECEIVED',
    next: 'VALIDATE',
    run: 1,
    updatedAt: facts.receivedAt,
    moveBy: plusMinutes(facts.receivedAt, 15),
    policyVersion,
    outcome: null,
    reasons: [],
    flags: [],
    checks: 0,
    tasks: 0,
    duplicateOf: null,
    duplicateCleared: false,
    ask: null,
    answers: [],
    task: null,
    decisions: [],
    list: null,
    parked: null,
    outbox: [{ kind: 'START', run: 1 }],
    history: appendEvent([], received(facts.referralOn, entered), facts.receivedAt, policyVersion),
  };
}

function received(arrivedOn: string, entered: Entered | undefined): NewEvent {
  if (!entered) return { event: 'RECEIVED', by: 'referrer' };
  const { name, role } = entered.by;
  return { event: 'RECEIVED', by: `${name}, ${role}`, detail: { cameBy: entered.cameBy, arrivedOn } };
}

/** The name of the workflow execution that a case is in, or is owed. */
export function executionName(theCase: Pick<Case, 'reference' | 'run'>): string {
  return `${theCase.reference}-${theCase.run}`;
}

/** The case once a workflow of its own has shown itself: the start is no longer owed. */
export function workflowStarted(theCase: Case, moment: Moment): Case {
  if (!theCase.outbox.some(({ kind }) => kind === 'START')) return theCase;
  const detail = { execution: executionName(theCase) };
  return changed(theCase, moment, { outbox: [] }, { event: 'WORKFLOW_STARTED', by: 'machine', detail });
}

/** The case parked for an operator; what people were doing stays open, and a decision still counts. */
export function parked(theCase: Case, moment: Moment, why: string): Case {
  if (theCase.parked || theCase.next === 'DONE') return theCase;
  return changed(
    theCase,
    moment,
    { parked: { at: moment.now, why }, outbox: [] },
    { event: 'PARKED', by: 'machine', detail: { why } },
  );
}

/** The case with a new workflow owed, which takes it up where it stands; reminders begin again. */
export function restarted(theCase: Case, moment: Moment, by: string): Case {
  const run = theCase.run + 1;
  return changed(
    theCase,
    moment,
    {
      run,
      parked: null,
      outbox: [{ kind: 'START', run }],
      task: theCase.task && { ...theCase.task, round: 0 },
    },
    { event: 'RESTARTED', by, detail: { run: String(run) } },
  );
}

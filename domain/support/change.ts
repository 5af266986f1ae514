import { deliverable, inPlaceOf } from '../process/outbox.ts';
import type { Moment, Process, RunPatch } from '../process/process.ts';
import { plusMinutes } from '../values/dates.ts';
import { type NewSupportEvent, withEvent } from './event.ts';
import type { Offer } from './offer.ts';
import type { Support } from './support.ts';

/** How long a step that waits for no one may take before the sweeper looks whether the workflow still lives. */
const STEP_MINUTES = 15;

type Patch = Partial<Omit<Support, 'reference' | 'version' | 'history' | 'updatedAt'>>;

/**
 * A support changed: the patch applied, the events appended, and a new deadline for its workflow unless the patch sets its own.
 * Pure; saving it as the next version is what makes it true.
 */
export function changed(
  support: Support,
  moment: Moment,
  patch: Patch,
  ...events: readonly NewSupportEvent[]
): Support {
  const { tooOld: _again, ...moving } = support;
  const before = patch.next === undefined ? support : moving;
  return {
    ...before,
    moveBy: plusMinutes(moment.now, STEP_MINUTES),
    ...patch,
    outbox: patch.outbox ? inPlaceOf(support.outbox, patch.outbox) : support.outbox,
    updatedAt: moment.now,
    history: events.reduce(
      (soFar, event) => withEvent(soFar, event, moment.now, moment.policyVersion),
      support.history,
    ),
  };
}

/** With one of its offers changed. */
export function withOffer({ offers }: Pick<Support, 'offers'>, changedOffer: Offer): Offer[] {
  return offers.map((offer) => (offer.id === changedOffer.id ? changedOffer : offer));
}

/** A start or a wake-up that has not been seen to arrive stays owed; only a wait needs a new one. */
export function owedToWorkflow({ outbox, task }: Support): Support['outbox'] {
  if (deliverable(outbox).length > 0 || !task?.token) return outbox;
  return [{ kind: 'WAKE', token: task.token }];
}

/** A support as its state machine and the sweeper see it. People's answers stand at once, so nothing is ever to settle. */
export const supportProcess: Process<Support> = {
  change: (support, moment, patch: RunPatch, ...events) =>
    changed(support, moment, patch.run === undefined ? patch : { ...patch, runAt: moment.now }, ...events),
  settle: () => undefined,
};

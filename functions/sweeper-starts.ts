import { Transient } from '#domain/errors.ts';
import type { Workflow } from '#domain/ports/services.ts';

const notHere = async () => {
  throw new Transient('This function may not reach the state machine. The sweeper does it within a minute.');
};

/** For functions that may accept a referral and have no right to the state machine: the outbox owes it to the sweeper. */
export const sweeperStarts: Workflow = { start: notHere, wake: notHere, state: notHere };

import type { Process } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { decisionSettled } from './decide.ts';

/** A case as its state machine `intake` and the sweeper see it. */
export const intake: Process<Case> = { change: applyChange, settle: decisionSettled };

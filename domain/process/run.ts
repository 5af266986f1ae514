import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';
import { deliverable, type Message, messageSchema } from './outbox.ts';

/** The state machines there are. A case lives in `intake`, and what follows the list in `support`. */
export const machineSchema = z.enum(['intake', 'support']);
export type Machine = z.infer<typeof machineSchema>;

/** What the machines wait for: people who decide, the referrer, the family, the start of support and its end. */
export type WaitKind = 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS' | 'REFERRER' | 'OFFER' | 'BEGIN' | 'BLOCK' | 'EXTENSION';

/** Why a workflow that met a code it does not know was parked: its definition is older than the functions that it calls. */
export const DEFINITION_TOO_OLD = 'DEFINITION_TOO_OLD';

/**
 * Set aside for an operator; with `restartAt` for the sweeper, which starts the next run at that instant. Until it moves,
 * people are told of it at `tellAt`, again and again; `told` counts how often they were.
 */
const parkedSchema = stored({
  at: z.iso.datetime(),
  why: z.string(),
  restartAt: z.iso.datetime().optional(),
  tellAt: z.iso.datetime().optional(),
  told: z.int().min(1).optional(),
});

/** The fields of an aggregate that its state machine and the sweeper need, beside `next` and `task`, whose codes are its own. */
export const runShape = {
  machine: openCode(machineSchema),
  /** Numbers the executions of the machine. */
  run: z.int().min(1),
  /** The instant by which the workflow must have moved; past it the sweeper looks. */
  moveBy: z.iso.datetime(),
  parked: parkedSchema.nullable(),
  outbox: z.array(messageSchema),
  /** How often in a row it was parked because the definition was too old. */
  tooOld: z.int().min(1).optional(),
};

type RunFields = z.infer<z.ZodObject<typeof runShape>>;

/**
 * What a state machine and its sweeper need of an aggregate. `next` says what the workflow must do, `task` what it waits for;
 * `parked` that it does neither.
 */
export interface Run extends Omit<RunFields, 'outbox'> {
  readonly reference: string;
  readonly updatedAt: string;
  readonly next: string;
  readonly outbox: Message[];
  readonly task: { readonly id: string; readonly decision?: { readonly effectiveAt: string } | undefined } | null;
}

/** What a workflow step answers with; the state machine reads `code` and waits `waitSeconds` at the next wait. */
export interface StepResult {
  readonly code: string;
  readonly waitSeconds: number;
}

/** The name of the workflow execution that an aggregate is in, or is owed: `<reference>-<machine>-<run>`. */
export function executionName({ reference, machine, run }: Pick<Run, 'reference' | 'machine' | 'run'>): string {
  return `${reference}-${machine}-${run}`;
}

/** One execution of one state machine, of the aggregate with this reference. */
export interface Execution {
  readonly machine: string;
  readonly name: string;
  readonly reference: string;
}

/** The execution that an aggregate is in, or is owed. */
export function executionOf(run: Pick<Run, 'reference' | 'machine' | 'run'>): Execution {
  return { machine: run.machine, name: executionName(run), reference: run.reference };
}

/** True once the workflow has nothing left to do. */
export function isDone({ next }: Pick<Run, 'next'>): boolean {
  return next === 'DONE';
}

/**
 * The most restarts for a definition that is too old. After that it needs an operator, and by then pauses last an hour.
 */
const TRIED_ENOUGH = 6;

/** Whether it is parked until newer functions are there, as in every release, and not for an operator (yet). */
export function isPutRightByItself({ parked, tooOld = 0 }: Pick<Run, 'parked' | 'tooOld'>): boolean {
  return parked?.restartAt !== undefined && tooOld <= TRIED_ENOUGH;
}

/**
 * The earliest instant at which the sweeper must look; undefined when there is nothing left to do. Once people have decided, that
 * is when their decision takes effect: whether its workflow lives matters only then, however late it is.
 */
export function runDueAt(run: Run): string | undefined {
  const effectiveAt = run.task?.decision?.effectiveAt;
  const moveBy = isDone(run) || effectiveAt !== undefined ? undefined : run.moveBy;
  const instants = [
    deliverable(run.outbox).length > 0 ? run.updatedAt : undefined,
    effectiveAt,
    run.parked ? parkedDueAt(run.parked) : moveBy,
  ];
  return instants
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}

/** It is never left alone: the sweeper starts it again, or has people told that it still stands there. */
function parkedDueAt({ restartAt, tellAt, at }: NonNullable<Run['parked']>): string {
  return restartAt ?? tellAt ?? at;
}

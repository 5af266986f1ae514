import * as z from 'zod';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { assemblyThatSaysWhoCalls, synthesisedStack } from '../assembly.ts';
import { indexesOf } from '../capacity/indexes.ts';
import { createMeter, type Units } from '../capacity/meter.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { type Invocation, recordInvocations } from './invocations.ts';
import { type Step, travel } from './road.ts';
import { type Call, recordCalls } from './wire.ts';

/** What one call to AWS costs in DynamoDB units, and in which step of the referral it was made. */
export type MeteredCall = Call & Units & { step: Step };

export type Played = {
  /** One referral on its usual road, everything loaded already. */
  calls: MeteredCall[];
  invocations: Invocation[];
  /** The load of each bundle that it needs, as at the first call of the day. */
  loads: Invocation[];
  transitions: number;
  memoryMb: Map<string, number>;
  /** One run of the sweeper that finds nothing. */
  idle: { calls: (Call & Units)[]; invocation: Invocation };
  /** What submissions ask, with answers held back long enough to see what is asked at the same time. */
  submissions: Call[][];
};

/** Held back from every answer of the referral that counts; about what an answer of AWS takes within a region. */
export const LATENCY_MS = 20;

/** Held back from the answers to submissions whose chain is counted: longer than a busy machine takes between two calls. */
export const CHAIN_LATENCY_MS = 250;

const WARM_UPS = 2;

const enteredSchema = z.array(z.looseObject({ type: z.string() }));

let isWarmingUp = true;

/** Plays referrals on an instance whose wires are watched; the last one is the one that counts. */
export async function play(): Promise<Played> {
  const { folder, assembly } = await synthesisedStack();
  const wire = recordCalls((by) => (by === 'ServeApi' && isWarmingUp ? CHAIN_LATENCY_MS : LATENCY_MS));
  const threads = recordInvocations();
  try {
    return await withTemporaryFolder(async (temporary) => {
      const named = assemblyThatSaysWhoCalls(folder, temporary);
      const instance = await startInstance({ port: 0, assembly: named, now: parseInstant('2026-09-24T09:00') });
      try {
        const meter = createMeter(indexesOf(assembly.tables[0]?.properties));
        const memoryMb = new Map([...assembly.functions].map(([name, spec]) => [name, spec.memoryMb]));
        return { memoryMb, ...(await playOn(instance, wire.calls, threads.invocations, meter)) };
      } finally {
        await instance.stop();
      }
    });
  } finally {
    wire.stop();
    threads.stop();
  }
}

async function playOn(
  instance: Instance,
  calls: Call[],
  invocations: Invocation[],
  meter: ReturnType<typeof createMeter>,
): Promise<Omit<Played, 'memoryMb'>> {
  const begun: { step: Step; at: number }[] = [];
  const submissions: Call[][] = [];
  let reference = '';
  let since = 0;
  for (let n = 0; n <= WARM_UPS; n += 1) {
    since = performance.now();
    isWarmingUp = n < WARM_UPS;
    const road = await travel(instance, n, (step) => begun.push({ step, at: performance.now() }));
    reference = road.reference;
    if (isWarmingUp) submissions.push(callsWithin(calls, road.submit).filter(({ by }) => by === 'ServeApi'));
  }
  const until = performance.now();
  await instance.invoke('Sweep', {});
  const metered = calls.map((call) => ({ ...call, ...(call.service === 'DynamoDB' ? meter(call) : nothing) }));
  const idleRuns = invocations
    .filter(({ name, requestId }) => name === 'Sweep' && requestId !== '')
    .filter((run) => callsWithin(metered, run).every((call) => call.by !== 'Sweep' || isOfEverySweep(call)));
  const last = idleRuns.at(-1);
  if (last === undefined || last.start < until) throw new Error('The sweeper found something to do when all was done.');
  const isIdle = (call: Call) => call.by === 'Sweep' && idleRuns.some((run) => isWithin(call, run));
  const mine = metered.filter((call) => call.start >= since && call.start < until && !isIdle(call));
  const runs = invocations.filter(
    (run) => run.requestId !== '' && run.start >= since && run.end <= until && !idleRuns.includes(run),
  );
  const names = new Set(runs.map(({ name }) => name));
  const loads = invocations.filter(({ name, requestId }) => requestId === '' && names.has(name));
  return {
    calls: mine.map((call) => ({ ...call, step: stepOf(call, begun) })),
    invocations: runs,
    loads: [...new Map(loads.map((load) => [load.name, load])).values()],
    transitions: enteredSchema
      .parse(instance.history(`${reference}-intake-1`))
      .filter(({ type }) => type.endsWith('StateEntered')).length,
    idle: { invocation: last, calls: callsWithin(metered, last).filter(({ by }) => by === 'Sweep') },
    submissions,
  };
}

const nothing: Units = { read: 0, write: 0 };

/** The workflow begins while the submission is still being answered: what it asks belongs to the next step. */
function stepOf(call: Call, begun: readonly { step: Step; at: number }[]): Step {
  const step = begun.findLast(({ at }) => at <= call.start)?.step ?? 'evidence';
  return step === 'submit' && call.by !== 'ServeApi' ? 'workflow to triage' : step;
}

/**
 * A sweep that finds nothing to do asks what is due, reads the team and the terms, keeps its numbers, and takes and gives back
 * its lease.
 */
function isOfEverySweep({ action, asked }: Call): boolean {
  const readsSettings = /^(Batch)?GetItem$/.test(action) && /\{"S":"(TEAM|CAPACITY)"\}/.test(asked);
  const keepsNumbers = asked.includes('{"S":"ROLLUPS"}');
  return action === 'Query' || readsSettings || keepsNumbers || asked.includes('LEASE#sweep');
}

function isWithin(call: Call, span: { start: number; end: number }): boolean {
  return call.start >= span.start && call.start <= span.end;
}

function callsWithin<Recorded extends Call>(
  calls: readonly Recorded[],
  span: { start: number; end: number },
): Recorded[] {
  return calls.filter((call) => isWithin(call, span));
}

import type { Clock } from './clock.ts';
import type { Due } from './due.ts';
import type { EventBus } from './events/bus.ts';
import type { HeldSyncs } from './held-syncs.ts';
import type { Engine } from './step-functions/engine.ts';

export type Timeline = {
  /** Moves the time to `at` (ms), stopping at every instant on the way at which something is due; done when all has run. */
  advanceTo(at: number): Promise<void>;
  /** Lets time run on at real speed: timers as they fall due, schedules every simulated minute. */
  run(): void;
  stop(): void;
  /** Resolves once no schedule runs that had begun before. */
  quiet(): Promise<void>;
};

export type TimelineOptions = {
  clock: Clock;
  engine: Pick<Engine, 'nextDueAt' | 'runDue' | 'settled'>;
  bus: Pick<EventBus, 'runFrequent' | 'runByDay' | 'runRare' | 'nextRare' | 'idle'>;
  due: Due;
  /** Of the store: what a move writes is forced to the disk once it has come to rest. */
  syncs: HeldSyncs;
  /** Until when (ms) schedules have run; kept in the store, so that a day spent switched off is caught up. */
  scheduledUntil: { read(): number | undefined; write(at: number): void };
};

const MINUTE_MS = 60_000;
const POLL_MS = 200;
const MOST_PASSES = 200;

export function createTimeline(options: TimelineOptions): Timeline {
  const { clock, engine, bus, due, syncs, scheduledUntil } = options;
  let tail: Promise<unknown> = Promise.resolve();
  let busy = 0;
  let poll: NodeJS.Timeout | undefined;
  let lastMinute = Number.NEGATIVE_INFINITY;
  /** Until when schedules have run, where the store does not say so yet: a kill before that runs them again. */
  let ranUntil: number | undefined;
  if (scheduledUntil.read() === undefined) scheduledUntil.write(clock.now());

  function exclusively(job: () => Promise<void>): Promise<void> {
    busy += 1;
    const done = tail.then(job).finally(() => {
      busy -= 1;
    });
    tail = done.catch(() => {});
    return done;
  }

  async function settle(): Promise<void> {
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      await bus.idle();
      await engine.settled();
      if ((engine.nextDueAt() ?? Number.POSITIVE_INFINITY) > clock.now()) return;
      engine.runDue();
    }
  }

  async function runRare(): Promise<void> {
    const now = clock.now();
    const since = ranUntil ?? scheduledUntil.read() ?? now;
    if (bus.nextRare(since) > now) return;
    await bus.runRare(since, now);
    ranUntil = now;
  }

  function keepRan(): void {
    if (ranUntil !== undefined) scheduledUntil.write(ranUntil);
    ranUntil = undefined;
  }

  async function runSchedules(): Promise<void> {
    await runRare();
    keepRan();
    await bus.runByDay();
    await bus.runFrequent();
  }

  /**
   * Runs what is due now; the schedules of every minute only where something is, or at the last stop, where those of several
   * times a day run too. A sweep may take only so
   * many cases: it is repeated while the oldest overdue one changes.
   */
  async function drain(isLast: boolean): Promise<void> {
    await settle();
    await runRare();
    if (isLast) await bus.runByDay();
    await settle();
    let overdue: string | undefined;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const oldest = await due.oldestOverdue(clock.now());
      const isWanted = pass === 0 && isLast;
      if (!isWanted && (oldest === undefined || oldest === overdue)) return;
      if (pass > 0) overdue = oldest;
      await bus.runFrequent();
      await settle();
    }
  }

  async function nextStop(last: number, target: number): Promise<number> {
    const now = clock.now();
    const dueAt = await due.nextAfter(now);
    const first = Math.min(
      engine.nextDueAt() ?? Number.POSITIVE_INFINITY,
      bus.nextRare(now),
      Math.ceil(dueAt / MINUTE_MS) * MINUTE_MS,
    );
    const nextMinute = (Math.floor(last / MINUTE_MS) + 1) * MINUTE_MS;
    return Math.min(target, Math.max(first, nextMinute, now));
  }

  async function advance(target: number): Promise<void> {
    await settle();
    let stop = clock.now();
    syncs.hold();
    try {
      do {
        stop = await nextStop(stop, target);
        clock.moveTo(stop, keepRan);
        await drain(stop >= target);
      } while (stop < target);
      keepRan();
    } finally {
      await syncs.release();
    }
    lastMinute = Math.floor(clock.now() / MINUTE_MS);
  }

  function tick(): void {
    if ((engine.nextDueAt() ?? Number.POSITIVE_INFINITY) <= clock.now()) engine.runDue();
    const minute = Math.floor(clock.now() / MINUTE_MS);
    if (minute <= lastMinute || busy > 0) return;
    lastMinute = minute;
    void exclusively(runSchedules).catch(() => {});
  }

  return {
    advanceTo: (at) => exclusively(() => advance(at)),
    run: () => {
      poll = setInterval(tick, POLL_MS);
    },
    stop: () => clearInterval(poll),
    quiet: () => exclusively(async () => {}),
  };
}

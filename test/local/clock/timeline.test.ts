import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openClock } from '#local/clock.ts';
import { createTimeline } from '#local/timeline.ts';

const START = '2026-09-24T08:00:00.000Z';
const utc = (text: string) => Date.parse(text);
const minuteOf = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;

type World = {
  timers?: string[];
  due?: string[];
  rare?: string[];
  perSweep?: number;
  leaves?: string;
  isByDay?: boolean;
  fails?: boolean;
};

/** Timers, table entries and a daily rule as lists of instants; what ran when is written down. */
function worldOf({ timers = [], due = [], rare = [], perSweep = 100, leaves, isByDay = false, fails = false }: World) {
  const clock = openClock(new DatabaseSync(':memory:'), { at: utc(START), precisionMs: 1000 });
  const ran: string[] = [];
  const forced: string[] = [];
  let pending = timers.map(utc);
  let entries = due.map(utc).sort();
  let until: number | undefined;
  const timeline = createTimeline({
    clock,
    engine: {
      nextDueAt: () => (pending.length === 0 ? undefined : Math.min(...pending)),
      runDue: () => {
        const due = pending.filter((at) => at <= clock.now());
        pending = pending.filter((at) => at > clock.now());
        for (const at of due.sort()) ran.push(`timer of ${minuteOf(at)} at ${minuteOf(clock.now())}`);
      },
      settled: async () => {},
    },
    bus: {
      idle: async () => {},
      nextRare: (after) => Math.min(Number.POSITIVE_INFINITY, ...rare.map(utc).filter((at) => at > after)),
      runRare: async (from, to) => {
        if (!rare.map(utc).some((at) => at > from && at <= to)) return;
        ran.push(`daily at ${minuteOf(clock.now())}`);
        if (leaves !== undefined) entries.push(utc(leaves));
      },
      runByDay: async () => {
        if (isByDay) ran.push(`by day at ${minuteOf(clock.now())}`);
      },
      runFrequent: async () => {
        if (fails) throw new Error('The sweep failed');
        const swept = entries.filter((at) => at <= clock.now()).slice(0, perSweep);
        entries = entries.slice(swept.length);
        ran.push(`sweep of ${swept.length} at ${minuteOf(clock.now())}`);
      },
    },
    due: {
      nextAfter: async (at) => entries.find((entry) => entry > at) ?? Number.POSITIVE_INFINITY,
      oldestOverdue: async (at) => (entries[0] !== undefined && entries[0] <= at ? `${entries.length}` : undefined),
    },
    syncs: {
      hold: () => forced.push('held'),
      release: async () => void forced.push(`forced at ${minuteOf(clock.now())}`),
    },
    scheduledUntil: {
      read: () => until,
      write: (at) => {
        until = at;
      },
    },
  });
  return { clock, ran, forced, timeline };
}

describe('moving the time', () => {
  test('stops at each timer in order, and sweeps where something is due and at the target', async () => {
    const timers = ['2026-09-26T08:00:00Z', '2026-09-25T08:00:00Z'];
    const { clock, ran, timeline } = worldOf({ timers, due: ['2026-09-26T08:00:00Z'] });

    await timeline.advanceTo(utc('2026-10-01T08:00:00Z'));

    expect(ran).toEqual([
      'timer of 2026-09-25T08:00Z at 2026-09-25T08:00Z',
      'timer of 2026-09-26T08:00Z at 2026-09-26T08:00Z',
      'sweep of 1 at 2026-09-26T08:00Z',
      'sweep of 0 at 2026-10-01T08:00Z',
    ]);
    expect(clock.now()).toBeGreaterThanOrEqual(utc('2026-10-01T08:00:00Z'));
  });

  test('forces all that it wrote to the disk once it has come to rest', async () => {
    const { forced, timeline } = worldOf({ timers: ['2026-09-25T08:00:00Z'] });

    await timeline.advanceTo(utc('2026-10-01T08:00:00Z'));

    expect(forced).toEqual(['held', 'forced at 2026-10-01T08:00Z']);
  });

  test('forces it there after a sweep that failed, too (half-finished)', async () => {
    const { forced, timeline } = worldOf({ fails: true });

    await expect(timeline.advanceTo(utc('2026-10-01T08:00:00Z'))).rejects.toThrow('The sweep failed');

    expect(forced).toEqual(['held', 'forced at 2026-10-01T08:00Z']);
  });

  test('stops at the first minute at which the sweeper must look', async () => {
    const { ran, timeline } = worldOf({ due: ['2026-09-24T08:05:20Z'] });

    await timeline.advanceTo(utc('2026-09-25T08:00:00Z'));

    expect(ran).toEqual(['sweep of 1 at 2026-09-24T08:06Z', 'sweep of 0 at 2026-09-25T08:00Z']);
  });

  test('sweeps at the target what fell due since the last full minute', async () => {
    const { ran, timeline } = worldOf({ due: ['2026-09-24T08:05:20Z'] });

    await timeline.advanceTo(utc('2026-09-24T08:05:30Z'));

    expect(ran).toEqual(['sweep of 1 at 2026-09-24T08:05Z']);
  });

  test('sweeps again while one sweep leaves overdue cases', async () => {
    const { ran, timeline } = worldOf({
      due: Array.from({ length: 5 }, () => '2026-09-24T09:00:00Z'),
      perSweep: 2,
    });

    await timeline.advanceTo(utc('2026-09-24T09:00:00Z'));

    expect(ran.map((line) => line.slice(0, 10))).toEqual(['sweep of 2', 'sweep of 2', 'sweep of 1']);
  });

  test('takes together what is due within one minute', async () => {
    const timers = Array.from({ length: 60 }, (_, second) => `2026-09-25T08:00:${String(second).padStart(2, '0')}Z`);
    const { ran, timeline } = worldOf({ timers });

    await timeline.advanceTo(utc('2026-10-01T08:00:00Z'));

    expect(ran).toEqual([
      `timer of 2026-09-25T08:00Z at 2026-09-25T08:00Z`,
      ...Array.from({ length: 59 }, () => 'timer of 2026-09-25T08:00Z at 2026-09-25T08:01Z'),
      'sweep of 0 at 2026-10-01T08:00Z',
    ]);
  });

  test('runs a daily rule on each of its days, once', async () => {
    const { ran, timeline } = worldOf({ rare: ['2026-09-25T06:00:00Z', '2026-09-26T06:00:00Z'] });

    await timeline.advanceTo(utc('2026-09-27T08:00:00Z'));

    expect(ran.filter((line) => line.startsWith('daily'))).toEqual([
      'daily at 2026-09-25T06:00Z',
      'daily at 2026-09-26T06:00Z',
    ]);
  });

  test('runs what is due several times a day where it comes to rest, before the sweeper, and nowhere on the way', async () => {
    const { timeline, ran } = worldOf({ due: ['2026-09-24T08:05:00Z'], isByDay: true });

    await timeline.advanceTo(utc('2026-09-24T12:00:00Z'));

    expect(ran).toEqual([
      'sweep of 1 at 2026-09-24T08:05Z',
      'by day at 2026-09-24T12:00Z',
      'sweep of 0 at 2026-09-24T12:00Z',
    ]);
  });

  test('sweeps what a daily rule has left due, at its instant and not at the next stop', async () => {
    const { ran, timeline } = worldOf({ rare: ['2026-09-25T06:00:00Z'], leaves: '2026-09-25T06:00:00Z' });

    await timeline.advanceTo(utc('2026-09-27T08:00:00Z'));

    expect(ran).toEqual([
      'daily at 2026-09-25T06:00Z',
      'sweep of 1 at 2026-09-25T06:00Z',
      'sweep of 0 at 2026-09-27T08:00Z',
    ]);
  });

  test('asked for twice at once goes to the later time and never back', async () => {
    const { clock, timeline } = worldOf({});

    await Promise.all([
      timeline.advanceTo(utc('2026-12-01T00:00:00Z')),
      timeline.advanceTo(utc('2026-10-01T00:00:00Z')),
    ]);

    expect(clock.now()).toBeGreaterThanOrEqual(utc('2026-12-01T00:00:00Z'));
  });
});

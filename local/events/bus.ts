import { randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from '../assembly/identities.ts';
import type { RuleSpec } from '../assembly/rules.ts';
import type { LambdaHost } from '../lambda/host.ts';
import { inputFor } from './input.ts';
import { matchesPattern } from './pattern.ts';
import { parseSchedule, type Schedule } from './schedule.ts';

export type BusEvent = { source: string; 'detail-type': string; resources?: string[]; detail: unknown };

export type EventBus = {
  /** Runs every target of the schedules of every minute, one after another. */
  runFrequent(): Promise<void>;
  /** Runs the schedules that are due several times a day and fell due since they last ran, once each. */
  runByDay(): Promise<void>;
  /**
   * Runs the rarer schedules that fell due after `from`, up to and including `to` (ms), once each: those of one minute side by
   * side, as EventBridge would, and the earlier ones first.
   */
  runRare(from: number, to: number): Promise<void>;
  /** The next instant after `after` at which moved time stops for a schedule; Infinity where there is none. */
  nextRare(after: number): number;
  /** Hands an event to the functions whose rules match it, twice more if one fails, as EventBridge would. */
  put(event: BusEvent): Promise<void>;
  /** Resolves once every event put so far has been delivered. */
  idle(): Promise<void>;
};

const ATTEMPTS = 3;

export type BusOptions = {
  rules: RuleSpec[];
  lambda: Pick<LambdaHost, 'invoke'>;
  now: () => number;
  /** How often each event and each due schedule is handed over: EventBridge promises once at least, and no more. */
  deliveries?: number | undefined;
  /** Whether the schedules of every minute stand still. */
  held?: () => boolean;
  /** Hears of each event that its function has failed for good. */
  onFailed?: (functionName: string) => void;
};

type Scheduled = { rule: RuleSpec; schedule: Schedule };

export function createEventBus(options: BusOptions): EventBus {
  const { rules, lambda, now, deliveries = 1, held = () => false, onFailed = () => {} } = options;
  const scheduled = rules.flatMap((rule) =>
    rule.schedule === undefined ? [] : [{ rule, schedule: parseSchedule(rule.name, rule.schedule) }],
  );
  const paced = (pace: Schedule['pace']) => scheduled.filter(({ schedule }) => schedule.pace === pace);
  const rare = paced('RARE');
  const byDay = paced('BY_DAY').map((one) => ({ ...one, ranAt: now() }));

  const envelope = (event: BusEvent) => ({
    version: '0',
    id: randomUUID(),
    account: ACCOUNT,
    region: REGION,
    time: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    resources: [],
    ...event,
  });

  async function run({ rule }: Scheduled): Promise<void> {
    const event = envelope({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      resources: [rule.arn],
      detail: {},
    });
    for (const target of rule.targets) {
      await atLeastOnce(() => deliver(target.functionName, inputFor(target, event), 1));
    }
  }

  async function runInTurn(due: readonly Scheduled[]): Promise<void> {
    for (const one of due) await run(one);
  }

  async function runRare(from: number, to: number): Promise<void> {
    const due = Map.groupBy(rare, ({ schedule }) => schedule.next(from));
    for (const at of [...due.keys()].filter((at) => at <= to).sort((a, b) => a - b)) {
      await Promise.all((due.get(at) ?? []).map(run));
    }
  }

  /** The same event again at the same moment, which leaves the receiver the least time to have written down the first. */
  const atLeastOnce = (hand: () => Promise<unknown>) => Promise.all(Array.from({ length: deliveries }, hand));

  const delivering = new Set<Promise<void>>();

  async function route(event: BusEvent): Promise<void> {
    const full = envelope(event);
    for (const rule of rules) {
      if (rule.pattern === undefined || !matchesPattern(rule.pattern, full)) continue;
      for (const target of rule.targets) {
        await atLeastOnce(() => deliver(target.functionName, inputFor(target, full), ATTEMPTS));
      }
    }
  }

  async function deliver(functionName: string, event: unknown, attempts: number): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if ((await lambda.invoke(functionName, event)).ok) return;
    }
    onFailed(functionName);
  }

  return {
    runFrequent: () => runInTurn(held() ? [] : paced('EVERY_MINUTE')),
    runByDay: async () => {
      const at = now();
      const due = byDay.filter(({ schedule, ranAt }) => schedule.next(ranAt) <= at);
      for (const one of due) one.ranAt = at;
      await runInTurn(due);
    },
    runRare,
    nextRare: (after) => Math.min(Number.POSITIVE_INFINITY, ...rare.map(({ schedule }) => schedule.next(after))),
    put: (event) => {
      const delivery = route(event).finally(() => delivering.delete(delivery));
      delivering.add(delivery);
      return delivery;
    },
    idle: async () => {
      while (delivering.size > 0) await Promise.all(delivering);
    },
  };
}

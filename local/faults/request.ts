import * as z from 'zod';
import { parseDuration } from '../durations.ts';
import { OPERATIONS, type ServiceName } from './calls.ts';
import { breakIt, type Damage, damageSchema } from './damage.ts';
import type { Fault, Faults } from './faults.ts';

/** What of the assembly a fault can name. */
export type Breakable = { functions: readonly string[]; keys: readonly { logicalId: string; arn: string }[] };

const MOST_TIMES = 10_000;
const LONGEST_MS = 60_000;
const ASK =
  'Send {"service", "operation", "function", "error" or "delay", "times"}, {"sweeper": "held" or "running"}, {"key", "use": "revoked" or "allowed"}, {"mailbox", "mail": "bounced" or "delivered"}, {"function", "clock": "ahead", "behind" or "right", "by"}, {"execution", "state": "stopped"}, {"bucket", "object", "state": "deleted"} or {"item", "set"} as JSON.';

const services = Object.keys(OPERATIONS).filter((name): name is ServiceName => name in OPERATIONS);
const call = {
  service: z.enum(services),
  operation: z.string().optional(),
  function: z.string().optional(),
  times: z.int().min(1).max(MOST_TIMES).default(1),
};
const failing = z.strictObject({ ...call, error: z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,99}$/) });
const delayed = z.strictObject({ ...call, delay: z.string() });
const sweeper = z.strictObject({ sweeper: z.enum(['held', 'running']) });
const key = z.strictObject({ key: z.string(), use: z.enum(['revoked', 'allowed']) });
const mailbox = z.strictObject({ mailbox: z.string().min(3), mail: z.enum(['bounced', 'delivered']) });
const clock = z.strictObject({
  function: z.string(),
  clock: z.enum(['ahead', 'behind', 'right']),
  by: z.string().default('PT0S'),
});
const schema = z.union([failing, delayed, sweeper, key, mailbox, clock, damageSchema]);

/** Does what POST /local/faults was sent; gives what is wrong with it, and then has changed nothing. */
export async function askFor(
  faults: Faults,
  body: string,
  { functions, keys }: Breakable,
  damage: Damage,
): Promise<string | undefined> {
  const asked = schema.safeParse(parseJson(body));
  if (!asked.success) return ASK;
  const { data } = asked;
  if ('sweeper' in data) {
    faults.held = data.sweeper === 'held';
    return undefined;
  }
  if ('mailbox' in data) {
    if (data.mail === 'bounced') faults.bouncing.add(data.mailbox);
    else faults.bouncing.delete(data.mailbox);
    return undefined;
  }
  if ('execution' in data || 'bucket' in data || 'item' in data) return breakIt(damage, data);
  if ('key' in data) {
    const found = keys.find(({ logicalId, arn }) => data.key === logicalId || data.key === arn);
    if (found === undefined) return `There is no key ${data.key}. ${oneOf(keys.map(({ logicalId }) => logicalId))}`;
    if (data.use === 'revoked') faults.revoked.add(found.arn);
    else faults.revoked.delete(found.arn);
    return undefined;
  }
  if (data.function !== undefined && !functions.includes(data.function)) {
    return `There is no function ${data.function}. ${oneOf(functions)}`;
  }
  if ('clock' in data) return skew(faults, data);
  const operations: readonly string[] = OPERATIONS[data.service];
  if (data.operation !== undefined && !operations.includes(data.operation)) {
    return `The local ${data.service} does not have ${data.operation}. ${oneOf(operations)}`;
  }
  const what = 'error' in data ? { error: data.error } : delayOf(data.delay);
  if (typeof what === 'string') return what;
  faults.plan({
    service: data.service,
    operation: data.operation,
    function: data.function,
    times: data.times,
    ...what,
  });
  return undefined;
}

/** What GET /local/faults shows. */
export function shownFaults(faults: Faults, { keys }: Breakable) {
  const wrong = [...faults.clocks].filter(([, clock]) => Atomics.load(new BigInt64Array(clock), 0) !== 0n);
  return {
    faults: faults.planned().map(shown),
    sweeper: faults.held ? 'held' : 'running',
    revokedKeys: keys.filter(({ arn }) => faults.revoked.has(arn)).map(({ logicalId }) => logicalId),
    ...(faults.bouncing.size > 0 ? { bouncedMailboxes: [...faults.bouncing] } : {}),
    ...(wrong.length > 0 ? { wrongClocks: wrong.map(([name]) => name) } : {}),
  };
}

function shown({ delayMs, ...fault }: Fault) {
  return delayMs === undefined ? fault : { ...fault, delay: `PT${delayMs / 1000}S` };
}

/** A clock is moved by a duration of the calendar nowhere: only hours, days and weeks. */
function skew(faults: Faults, asked: z.infer<typeof clock>): string | undefined {
  const by = parseDuration(asked.by);
  if (by === undefined || by.months > 0)
    return `"${asked.by}" is not how far a clock is off: write it like PT3H or P2D.`;
  faults.skew(asked.function, asked.clock === 'ahead' ? by.ms : asked.clock === 'behind' ? -by.ms : 0);
  return undefined;
}

function delayOf(text: string): { delayMs: number } | string {
  const delay = parseDuration(text);
  const isGood = delay !== undefined && delay.months === 0 && delay.ms > 0 && delay.ms <= LONGEST_MS;
  return isGood ? { delayMs: delay.ms } : `"${text}" is not a delay: write it like PT5S, at most PT1M of real time.`;
}

const oneOf = (names: readonly string[]) => `It is one of ${names.join(', ')}.`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

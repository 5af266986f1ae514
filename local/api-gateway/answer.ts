import * as z from 'zod';
import type { Outcome } from '../lambda/outcome.ts';

export type Answer = { status: number; headers: [string, string | string[]][]; body: string };

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const resultSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), value).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(value)).nullish(),
  body: z.string().nullish(),
});

/** These belong to the connection between gateway and client, not to the function's answer. */
const OWN = new Set(['connection', 'content-length', 'transfer-encoding', 'date', 'keep-alive']);

/** Turns what a function returned into the answer that the gateway gives; undefined where it is out of shape. */
export function answerOf(outcome: Outcome): Answer | undefined {
  const result = outcome.ok ? resultSchema.safeParse(outcome.payload).data : undefined;
  if (result === undefined) return undefined;
  const multi = result.multiValueHeaders ?? {};
  const repeated = new Set(Object.keys(multi).map((name) => name.toLowerCase()));
  const single = Object.entries(result.headers ?? {}).filter(([name]) => !repeated.has(name.toLowerCase()));
  const headers: Answer['headers'] = [...single, ...Object.entries(multi)];
  const kept = headers.filter(([name]) => !OWN.has(name.toLowerCase()));
  const typed = kept.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: result.statusCode,
    headers: typed ? kept : [...kept, ['Content-Type', 'application/json']],
    body: result.body ?? '',
  };
}

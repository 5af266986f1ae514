import * as z from 'zod';
import { addDuration, parseDuration } from '../durations.ts';
import { parseInstant } from '../london.ts';

const requestSchema = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ at: z.string() })]);
const FURTHEST_YEARS = 10;

export type ClockRequest = { at: number } | { problem: string };

/** Reads what POST /local/clock was sent into the instant to move to, or says what is wrong with it. */
export function readClockRequest(body: string, now: number): ClockRequest {
  const request = requestSchema.safeParse(parseJson(body));
  if (!request.success) return { problem: 'Send {"advance": "P7D"} or {"at": "2026-10-01T10:00"} as JSON.' };
  const target = targetOf(request.data, now);
  if ('problem' in target) return target;
  if (target.at < now) {
    return { problem: `Time only goes forwards: it is already ${new Date(now).toISOString()}.` };
  }
  if (target.at > addDuration(now, { months: FURTHEST_YEARS * 12, ms: 0 })) {
    return { problem: `Time can be moved at most ${FURTHEST_YEARS} years in one go.` };
  }
  return target;
}

function targetOf(request: z.infer<typeof requestSchema>, now: number): ClockRequest {
  if ('at' in request) {
    const instant = parseInstant(request.at);
    if (instant !== undefined) return { at: instant.at };
    return {
      problem: `"${request.at}" is not a time: write it like 2026-10-01T10:00 (Europe/London) or 2026-10-01T09:00Z.`,
    };
  }
  const duration = parseDuration(request.advance);
  if (duration !== undefined) return { at: addDuration(now, duration) };
  return { problem: `"${request.advance}" is not a duration: write it like PT15M, P7D or P6M.` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { Draft, HistoryEvent } from './execution.ts';
import type { Json, JsonObject } from './json.ts';

export const EVENT_LIMIT = 25_000;

/** Adds one event behind the last; AWS gives the first two both 0 as their predecessor. */
export function record(draft: Draft, at: number, type: string, details?: JsonObject): void {
  const { execution } = draft;
  const previousEventId = execution.lastEventId <= 1 ? 0 : execution.lastEventId;
  execution.lastEventId += 1;
  const event: HistoryEvent = { id: execution.lastEventId, previousEventId, timestamp: at / 1000, type };
  if (details) event[`${detailsOf(type)}EventDetails`] = details;
  draft.events.push(event);
}

function detailsOf(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEntered';
  if (type.endsWith('StateExited')) return 'stateExited';
  return type.charAt(0).toLowerCase() + type.slice(1);
}

export const notTruncated = { truncated: false };

export function dataDetails(name: 'input' | 'output', value: string): JsonObject {
  return { [name]: value, [`${name}Details`]: notTruncated };
}

export function lambdaDetails(token: Json | undefined): { resource: string; resourceType: string } {
  return { resource: token ? 'invoke.waitForTaskToken' : 'invoke', resourceType: 'lambda' };
}

import * as z from 'zod';
import { type Json, parseJson } from '../json.ts';
import { executionOf, pageOf } from './lookup.ts';
import type { Operation } from './service.ts';

const request = z.object({
  executionArn: z.string(),
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
  reverseOrder: z.boolean().optional(),
});

export const getExecutionHistory: Operation = (service, body) => {
  const { executionArn, maxResults, nextToken, reverseOrder } = request.parse(body);
  const events = service.store.events(executionOf(service, executionArn).arn);
  if (reverseOrder) events.reverse();
  const { page, nextToken: next } = pageOf(events, nextToken, maxResults);
  const told: Json = parseJson(JSON.stringify(page));
  return { answer: { events: told, nextToken: next } };
};

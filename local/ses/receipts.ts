import * as z from 'zod';
import { isRecord } from '../assembly/template.ts';

/** Where the template has email put that someone sends to the service. */
export type Receipt = { bucket: string; prefix: string };

const ruleSchema = z.object({
  Rule: z.object({
    Actions: z.array(
      z.object({ S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') }).optional() }),
    ),
  }),
});

/** The first rule of the template that puts email into a bucket; undefined where the service receives none. */
export function receiptIn(rules: readonly { properties: Record<string, unknown> }[]): Receipt | undefined {
  for (const { properties } of rules) {
    const action = ruleSchema.safeParse(properties).data?.Rule.Actions.find(({ S3Action }) => S3Action)?.S3Action;
    if (action) return { bucket: action.BucketName, prefix: action.ObjectKeyPrefix };
  }
  return undefined;
}

/** Whether the buckets of the template tell the event bus of what is put into them, by name. */
export function tellingBuckets(buckets: readonly { name: string; properties: Record<string, unknown> }[]): Set<string> {
  const tells = (properties: Record<string, unknown>) => {
    const configured = properties.NotificationConfiguration;
    const bus = isRecord(configured) ? configured.EventBridgeConfiguration : undefined;
    return isRecord(bus) && bus.EventBridgeEnabled === true;
  };
  return new Set(buckets.filter(({ properties }) => tells(properties)).map(({ name }) => name));
}

import * as z from 'zod';
import { isRecord } from '../assembly/template.ts';
import type { Mail } from './mailbox.ts';

/** Where the template has email put that someone sends to the service. */
export type Receipt = { recipients: string[]; bucket: string; prefix: string };

const ruleSchema = z.object({
  Rule: z.object({
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(
      z.object({ S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') }).optional() }),
    ),
  }),
});

/** The rules of the template that put email into a bucket; none where the service receives no email. */
export function receiptsIn(rules: readonly { properties: Record<string, unknown> }[]): Receipt[] {
  return rules.flatMap(({ properties }) => {
    const rule = ruleSchema.safeParse(properties).data?.Rule;
    const action = rule?.Actions.find(({ S3Action }) => S3Action)?.S3Action;
    if (!rule || !action) return [];
    return [{ recipients: rule.Recipients, bucket: action.BucketName, prefix: action.ObjectKeyPrefix }];
  });
}

/** The rules by which an email to these addresses is received, whatever their case. */
export function receiptsFor(receipts: readonly Receipt[], to: readonly string[]): Receipt[] {
  const addressed = new Set(to.map((address) => address.toLowerCase()));
  return receipts.filter(({ recipients }) => recipients.some((one) => addressed.has(one.toLowerCase())));
}

/** An email as it travels: its text part alone. */
export function asSent({ to, subject, text }: Pick<Mail, 'to' | 'subject' | 'text'>): Buffer {
  const lines = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return Buffer.from(
    [
      `To: ${to.join(', ')}`,
      `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      lines,
      '',
    ].join('\r\n'),
  );
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

import * as z from 'zod';
import type { MailNews } from '#domain/notices/delivery.ts';

/** EventBridge gives an empty text where an event has nothing at a path. */
const given = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));
const tag = z
  .array(z.string())
  .optional()
  .transform((values) => values?.[0] ?? '');

const mailEventSchema = z.object({
  detail: z.object({
    eventType: z.string(),
    news: z.object({ type: given, subType: given, status: given }).optional(),
    mail: z.object({ tags: z.object({ reference: tag, noticeId: tag }).optional() }),
  }),
});

/** An event about one email: what it says, and our own two tags; each '' where the email carries none. */
export interface MailEvent extends MailNews {
  readonly reference: string;
  readonly noticeId: string;
}

/** An event of the mail service as its rule passes it on. Throws, naming the field, for one of another shape. */
export function readMailEvent(event: unknown): MailEvent {
  const read = mailEventSchema.safeParse(event);
  if (!read.success) throw new Error(`This is no event of the mail service:\n${z.prettifyError(read.error)}`);
  const { eventType, news, mail } = read.data.detail;
  return { eventType, ...news, reference: mail.tags?.reference ?? '', noticeId: mail.tags?.noticeId ?? '' };
}

import * as z from 'zod';
import { DemoError, getJson, localUrl, type World } from './world.ts';

const mailSchema = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
});
export type Mail = z.infer<typeof mailSchema>;

/** Every email that the service has sent, oldest first. */
export function readMail(world: World): Promise<Mail[]> {
  return getJson(z.array(mailSchema), localUrl(world, 'mail.json'));
}

/** What the newest email to a mailbox holds by this pattern, as a person would look for it. */
export async function newest(world: World, mailbox: string, about: string, pattern: RegExp): Promise<string> {
  const mail = await readMail(world);
  for (const { to, subject, text } of mail.reverse()) {
    const found = to.includes(mailbox) && subject.includes(about) ? pattern.exec(text)?.[0] : undefined;
    if (found !== undefined) return found;
  }
  throw new DemoError(`No email to ${mailbox} about "${about}" matches ${pattern}.`);
}

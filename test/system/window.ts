import * as z from 'zod';
import type { Service } from './service.ts';

const mailSchema = z.strictObject({
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  sentAt: z.iso.datetime(),
});
export type Mail = z.infer<typeof mailSchema>;

const executionSchema = z.strictObject({ name: z.string(), status: z.string(), startedAt: z.iso.datetime() });
const clockSchema = z.strictObject({ now: z.iso.datetime() });

async function look(at: Service, path: string): Promise<unknown> {
  const response = await fetch(`${at.root}/local/${path}`);
  if (response.status !== 200) throw new Error(`/local/${path} answered ${response.status}.`);
  return response.json();
}

/** Every email so far, oldest first. */
export const mailsOf = async (at: Service) => z.array(mailSchema).parse(await look(at, 'mail.json'));

/** The emails with this in their text, such as the reference of a referral, oldest first. */
export const mailsAbout = async (at: Service, reference: string) =>
  z.array(mailSchema).parse(await look(at, `mail.json?${new URLSearchParams({ about: reference })}`));

/** The emails to one mailbox, oldest first. */
export async function mailsTo(at: Service, mailbox: string): Promise<Mail[]> {
  const mails = z.array(mailSchema).parse(await look(at, `mail.json?${new URLSearchParams({ to: mailbox })}`));
  return mails.filter(({ to }) => to.includes(mailbox));
}

export const executionsOf = async (at: Service) => z.array(executionSchema).parse(await look(at, 'executions.json'));

/** The history of one execution, as it was written. */
export const historyOf = async (at: Service, name: string) => JSON.stringify(await look(at, `executions/${name}.json`));

/** Moves the time: a duration such as P7D, or an instant. Resolves when everything due until then has run. */
export async function move(at: Service, to: { advance: string } | { at: string }): Promise<string> {
  const response = await fetch(`${at.root}/local/clock`, { method: 'POST', body: JSON.stringify(to) });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`The clock answered ${response.status}: ${answer}`);
  return clockSchema.parse(JSON.parse(answer)).now;
}

/** On to nine in the morning of that day, London, or as far as it is already. */
export async function moveToDay(at: Service, day: string): Promise<void> {
  const { now } = clockSchema.parse(await look(at, 'clock'));
  if (now < `${day}T07:00`) await move(at, { at: `${day}T09:00` });
}

/** Sets a fault, holds the sweeper or revokes a key, as `/local/faults` words it. */
export async function breakDown(at: Service, asked: object): Promise<void> {
  const answer = await fetch(`${at.root}/local/faults`, { method: 'POST', body: JSON.stringify(asked) });
  if (!answer.ok) throw new Error(`/local/faults answered ${answer.status}: ${await answer.text()}`);
}

/** Everything works again. */
export async function mend(at: Service): Promise<void> {
  const answer = await fetch(`${at.root}/local/faults`, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`/local/faults answered ${answer.status}.`);
}

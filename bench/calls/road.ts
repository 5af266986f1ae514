import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Instance } from '#local/instance.ts';
import { evidenceFile, measuredReferral } from './referral.ts';
import { decideByMail } from './triage.ts';

const uploadSchema = z.object({
  evidenceId: z.string(),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});
const acceptedSchema = z.object({ reference: z.string(), statusUrl: z.string() });
const eventsSchema = z.array(z.looseObject({ type: z.string() }));
const statusSchema = z.object({ status: z.string() });

const PATIENCE_MS = 30_000;
const UNDO_MS = 6 * 60_000;

/** The steps of one referral in order; `during` is told each before it is taken. */
export type Step = 'evidence' | 'submit' | 'workflow to triage' | 'triage' | 'settle, list and tell' | 'status';

export type Road = { reference: string; submit: { start: number; end: number } };

/** Plays one referral from its evidence to the waiting list, through HTTP and mail only. */
export async function travel(instance: Instance, n: number, during: (step: Step) => void = () => {}): Promise<Road> {
  during('evidence');
  const evidenceIds = await evidenceFor(instance);
  during('submit');
  const start = performance.now();
  const accepted = await submit(instance, n, evidenceIds);
  const submitted = { start, end: performance.now() };
  during('workflow to triage');
  const { reference } = accepted;
  await until(`triage of ${reference}`, () => letters(instance, reference, 'triage-').length >= 2);
  // People are asked a moment before the case waits for them; no person is as quick as that.
  await until(`${reference} waits for people`, () => isWaiting(instance, reference));
  await quiet();
  during('triage');
  await decideByMail(instance, letters(instance, reference, 'triage-1@').at(-1)?.text ?? '');
  during('settle, list and tell');
  await instance.advanceTo(instance.now() + UNDO_MS);
  await until(`the end of ${reference}`, () =>
    instance.executions().some(({ name, status }) => name === `${reference}-intake-1` && status === 'SUCCEEDED'),
  );
  await quiet();
  during('status');
  const { status } = statusSchema.parse(await api(instance, new URL(accepted.statusUrl).pathname));
  if (status !== 'ON_WAITING_LIST') throw new Error(`${reference} ended as ${status} and not on the waiting list.`);
  return { reference, submit: submitted };
}

/** Two evidence files, asked for and uploaded. */
export async function evidenceFor(instance: Instance): Promise<[string, string]> {
  return [await upload(instance), await upload(instance)];
}

/** Submits the nth referral that is measured. */
export async function submit(instance: Instance, n: number, evidenceIds: readonly [string, string]) {
  const headers = { 'Idempotency-Key': `bench-referral-${n}` };
  return acceptedSchema.parse(await api(instance, '/v1/referrals', measuredReferral(evidenceIds, n), headers));
}

async function upload(instance: Instance): Promise<string> {
  const wanted = { fileName: 'record.pdf', contentType: 'application/pdf', bytes: evidenceFile.length };
  const { evidenceId, upload } = uploadSchema.parse(await api(instance, '/v1/evidence', wanted));
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([evidenceFile], { type: 'application/pdf' }), 'record.pdf');
  const answer = await fetch(upload.url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`The upload of evidence was answered ${answer.status}: ${await answer.text()}`);
  return evidenceId;
}

async function api(instance: Instance, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(instance.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-api-key': instance.apiKey, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** The mails about a referral to mailboxes that begin like this. */
export function letters(instance: Instance, reference: string, to: string) {
  return instance
    .mail()
    .filter((mail) => mail.text.includes(reference) && mail.to.some((address) => address.startsWith(to)));
}

export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !isSo(); await sleep(5)) {
    if (performance.now() > end) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}.`);
  }
}

/** Whether the workflow sleeps until someone decides: its newest event is that the task was opened. */
function isWaiting(instance: Instance, reference: string): boolean {
  const last = eventsSchema.parse(instance.history(`${reference}-intake-1`)).at(-1);
  return last?.type === 'TaskSubmitted';
}

/** Waits until everything that the last step set off, such as mail receipts, is done. */
async function quiet(): Promise<void> {
  await sleep(500);
}

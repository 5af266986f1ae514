import * as z from 'zod';
import { bodyOf, workedCase } from '#test/cases.ts';
import { pdfOf } from '#test/kit/documents.ts';
import type { Service } from './service.ts';
import { until } from './until.ts';

export const PDF = pdfOf('A fictional document');

const apiKey = { 'x-api-key': 'local' };
const asJson = { ...apiKey, 'content-type': 'application/json' };

const uploadSchema = z.strictObject({
  evidenceId: z.string(),
  upload: z.strictObject({ url: z.url(), fields: z.record(z.string(), z.string()) }),
});
const acceptedSchema = z.strictObject({ reference: z.string(), status: z.string(), statusUrl: z.url() });
const refusalSchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  reasons: z.array(z.string()).default([]),
  problems: z.array(z.strictObject({ code: z.string(), path: z.string(), message: z.string() })).default([]),
  emergencyNumbers: z.array(z.looseObject({ number: z.string() })).default([]),
});
const statusSchema = z.strictObject({
  reference: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  reasons: z.array(z.string()),
  updatedAt: z.iso.datetime(),
  history: z.array(z.strictObject({ at: z.iso.datetime(), event: z.string() })),
});

/** Uploads one document as a referrer's system would; gives its evidenceId. */
export async function upload(at: Service, file = PDF): Promise<string> {
  const wanted = { fileName: 'schedule.pdf', contentType: 'application/pdf', bytes: file.length };
  const asked = await fetch(`${at.url}/v1/evidence`, { method: 'POST', headers: asJson, body: JSON.stringify(wanted) });
  const { evidenceId, upload: form } = uploadSchema.parse(await asked.json());
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([file], { type: 'application/pdf' }), 'schedule.pdf');
  const sent = await fetch(form.url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`The upload answered ${sent.status}: ${await sent.text()}`);
  return evidenceId;
}

/** The body of a worked case, its documents uploaded. */
export async function bodyWithEvidence(at: Service, id: string): Promise<Record<string, unknown>> {
  const ids: string[] = [];
  for (const _item of workedCase(id).evidence) ids.push(await upload(at));
  return bodyOf(id, ids);
}

/** POST /v1/referrals as it comes. A header of '' is left out. */
export function post(at: Service, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = Object.entries({ ...asJson, 'idempotency-key': crypto.randomUUID(), ...headers });
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const given = Object.fromEntries(all.filter(([, value]) => value !== ''));
  return fetch(`${at.url}/v1/referrals`, { method: 'POST', headers: given, body: sent });
}

export async function accepted(response: Response) {
  const text = await response.text();
  if (response.status !== 201) throw new Error(`Expected 201, got ${response.status}: ${text}`);
  return acceptedSchema.parse(JSON.parse(text));
}

export async function refusal(response: Response) {
  return { httpStatus: response.status, ...refusalSchema.parse(await response.json()) };
}

export async function statusOf(at: Service, reference: string) {
  const response = await fetch(`${at.url}/v1/referrals/${reference}`, { headers: apiKey });
  return statusSchema.parse(await response.json());
}

/** Whether the service knows nothing of a referral, as of one that was erased. */
export async function isUnknown(at: Service, reference: string): Promise<boolean> {
  const { status } = await fetch(`${at.url}/v1/referrals/${reference}`, { headers: apiKey });
  return status === 404;
}

/** The status once the referral has this one. */
export function statusWhen(at: Service, reference: string, wanted: string) {
  return until(`${reference} was ${wanted}`, async () => {
    const status = await statusOf(at, reference);
    return status.status === wanted ? status : undefined;
  });
}

/** Submits a worked case, with this in place of some fields; gives its reference without waiting for anything. */
export async function submit(at: Service, id: string, instead: Record<string, unknown> = {}): Promise<string> {
  return (await accepted(await post(at, { ...(await bodyWithEvidence(at, id)), ...instead }))).reference;
}

let children = 0;
/** A child who was never referred: no NHS number, so that no other case can be the same child's. */
export function anotherChild() {
  children += 1;
  return { child: { firstName: 'Juniper', lastName: `Quixotica${children}`, dob: '2024-09-10' } };
}

/** Submits a child of its own and waits until the team is asked. */
export async function inTriage(at: Service, instead: Record<string, unknown> = {}): Promise<string> {
  const reference = await submit(at, 'C01', { ...anotherChild(), ...instead });
  await statusWhen(at, reference, 'IN_TRIAGE');
  return reference;
}

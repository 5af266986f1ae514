import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import * as z from 'zod';
import type { Document, FictionalReferral } from './sample/sample.ts';
import { DemoError, getJson, type World } from './world.ts';

const uploadSchema = z.object({
  evidenceId: z.string(),
  upload: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
});
const acceptedSchema = z.object({ reference: z.string(), status: z.string(), statusUrl: z.url() });
const refusedSchema = z.object({
  code: z.string(),
  problems: z.array(z.object({ message: z.string() })).default([]),
  emergencyNumbers: z.array(z.object({ label: z.string(), number: z.string() })).default([]),
});
const statusSchema = z.object({
  status: z.string(),
  outcome: z.string().nullable(),
  reasons: z.array(z.string()),
  history: z.array(z.object({ at: z.iso.datetime(), event: z.string() })),
});

export type Accepted = z.infer<typeof acceptedSchema>;
export type Refused = z.infer<typeof refusedSchema>;
export type Status = z.infer<typeof statusSchema>;

const contentTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * Uploads the documents of a referral and sends it, as a professional's system would. `uploaded` is given their ids before
 * it is sent.
 */
export async function sendReferral(
  world: World,
  { name, body, documents }: FictionalReferral,
  uploaded: (evidenceIds: readonly string[]) => Promise<void> = async () => {},
): Promise<Accepted | Refused> {
  const ids = await Promise.all(documents.map(({ file }) => uploadFile(world, file)));
  await uploaded(ids);
  const evidence = documents.map(({ item }, index) => ({ ...item, evidenceId: ids[index] }));
  const response = await fetch(`${world.url}/v1/referrals`, {
    method: 'POST',
    headers: { ...headers(world), 'idempotency-key': `demo: ${name}` },
    body: JSON.stringify({ ...body, evidence }),
  });
  const answer: unknown = await response.json();
  if (response.status === 201) return acceptedSchema.parse(answer);
  if (response.status === 422) return refusedSchema.parse(answer);
  throw new DemoError(`The referral "${name}" was answered with ${response.status}: ${JSON.stringify(answer)}`);
}

export function readStatus(world: World, statusUrl: string): Promise<Status> {
  return getJson(statusSchema, statusUrl, { headers: headers(world) });
}

async function uploadFile(world: World, file: Document['file']): Promise<string> {
  const bytes = readFileSync(new URL(`files/${file}`, import.meta.url));
  const contentType = contentTypes[extname(file)] ?? '';
  const { evidenceId, upload } = await getJson(uploadSchema, `${world.url}/v1/evidence`, {
    method: 'POST',
    headers: headers(world),
    body: JSON.stringify({ fileName: file, contentType, bytes: bytes.byteLength }),
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: contentType }), file);
  const stored = await fetch(upload.url, { method: 'POST', body: form });
  if (stored.ok) return evidenceId;
  throw new DemoError(`The file ${file} could not be uploaded (${stored.status}): ${await stored.text()}`);
}

function headers({ apiKey }: World) {
  return { 'x-api-key': apiKey, 'content-type': 'application/json' };
}

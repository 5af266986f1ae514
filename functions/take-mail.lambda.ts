import * as z from 'zod';
import { composeService } from '#adapters/compose/service.ts';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createMailFiles, mailObjectIn } from '#adapters/s3/mail-files.ts';
import { lookAfterMail } from '#application/mail/look-after-mail.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('take-mail');
const files = { bucket: env.EVIDENCE_BUCKET };
const parseMail = createMailParser({ ours: [env.config.sender] });
const stores = { evidence: createEvidenceStore(files), mailFiles: createMailFiles(files) };
const service = { ...composeService('take-mail', env), ...stores, parseMail };
const [take, lookAfter] = [takeMail(service), lookAfterMail(service)];
/** One email that arrived; without a key the clock called. */
const eventSchema = z.object({ key: z.string().optional() });

export const handler = eventHandler(service, async (event) => {
  const { key } = eventSchema.parse(event);
  const object = key === undefined ? undefined : mailObjectIn(key);
  if (key === undefined) return lookAfter();
  return object === undefined ? 'PASSED_OVER' : take(object);
});

import type { ServiceConfig } from '#domain/service/config.ts';
import { createCodeRenderer, createMailAnswerRenderer } from '../letters/render.ts';
import { createMailFiles } from '../s3/mail-files.ts';
import { composeMail } from './mail.ts';

/** What it takes to send notices, codes and answers, and to read emails to the service, as deployed. */
export function composeStaffMail(
  env: Parameters<typeof composeMail>[0] & { config: ServiceConfig; EVIDENCE_BUCKET: string },
) {
  return {
    ...composeMail(env),
    renderCode: createCodeRenderer(),
    renderMailAnswer: createMailAnswerRenderer(),
    mailFiles: createMailFiles({ bucket: env.EVIDENCE_BUCKET }),
  };
}

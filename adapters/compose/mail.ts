import type { ServiceConfig } from '#domain/service/config.ts';
import { createLetterRenderer, createNoticeRenderer } from '../letters/render.ts';
import { createMailer } from '../ses/mailer.ts';

/** What it takes to send notices, as deployed: the mail service, the templates, and the address that links begin with. */
export function composeMail(env: { config: ServiceConfig; SES_CONFIGURATION_SET: string; BASE_URL: string }) {
  return {
    mailer: createMailer({ sender: env.config.sender, configurationSet: env.SES_CONFIGURATION_SET }),
    render: createNoticeRenderer(),
    renderLetter: createLetterRenderer(),
    baseUrl: env.BASE_URL,
  };
}

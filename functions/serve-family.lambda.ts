import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { askTeam } from '#application/family-pages/ask-team.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { serveFamily } from '#web/family/serve.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-family');
const service = { ...composeService('serve-family', env), ...composeMail(env) };
const asking = askTeam({ ...service, sendNotices: sendNotices(service) });
const useCases = { answerOffer: answerOffer(service), askTeam: asking };
const serve = (config: SaidNow) => serveFamily({ ...service, ...useCases, config });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));

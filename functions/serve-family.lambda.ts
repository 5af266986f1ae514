import { composeService } from '#adapters/compose/service.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { serveFamily } from '#web/family/serve.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-family');
const service = { ...composeService('serve-family', env), baseUrl: env.BASE_URL };
const serve = (config: SaidNow) => serveFamily({ ...service, config, answerOffer: answerOffer(service) });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));

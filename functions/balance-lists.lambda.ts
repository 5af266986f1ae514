import { composeEveryone } from '#adapters/compose/everyone.ts';
import { composeService } from '#adapters/compose/service.ts';
import { countBeside } from '#application/figures/count-beside.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('balance-lists');
const service = { ...composeService('balance-lists', env), ...composeEveryone(env) };

export const handler = eventHandler(service, countBeside(service, balanceLists));

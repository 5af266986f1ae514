import { composeService } from '#adapters/compose/service.ts';
import { createReferencesOfAnyPart } from '#adapters/records/dynamodb/references.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('balance-lists');
const service = composeService('balance-lists', env);
const references = createReferencesOfAnyPart({ tableName: env.TABLE_NAME });

export const handler = eventHandler(service, balanceLists({ ...service, references }));

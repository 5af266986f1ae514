import { composeService } from '#adapters/compose/service.ts';
import { dynamoErasableTable } from '#adapters/records/dynamodb/erasable-table.ts';
import { recordsToErase } from '#adapters/records/to-erase.ts';
import { createErasedList } from '#adapters/s3/erased-list.ts';
import { createFilesToErase } from '#adapters/s3/files-to-erase.ts';
import { eraseRecords } from '#application/erasure/erase-records.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('erase-records');
const service = composeService('erase-records', env);
const records = recordsToErase(dynamoErasableTable(env.TABLE_NAME));
const files = createFilesToErase({ bucket: env.EVIDENCE_BUCKET });
const erased = createErasedList({ bucket: env.SEALS_BUCKET });

export const handler = eventHandler(service, eraseRecords({ ...service, records, files, erased }));

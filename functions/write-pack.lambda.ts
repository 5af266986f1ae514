import { createSealFile } from '#adapters/archive/seal-file.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createPackStore } from '#adapters/s3/pack-store.ts';
import { readTeam } from '#application/access/read-team.ts';
import { visitsAhead } from '#application/downtime/visits-ahead.ts';
import { writePack } from '#application/downtime/write-pack.ts';
import { readAgenda } from '#application/meetings/read-agenda.ts';
import { printPack } from '#web/downtime/pack.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('write-pack');
const service = composeService('write-pack', env);
const reads = { readTeam: readTeam(service), readAgenda: readAgenda(service), visitsAhead: visitsAhead(service) };
const sealFile = createSealFile({ secretArn: env.PACK_PASSPHRASE_ARN, now: service.now });
const packs = createPackStore({ bucket: env.PACKS_BUCKET });
const print = printPack({ ...service, ...reads });

export const handler = eventHandler(service, writePack({ ...service, sealFile, packs, printPack: print }));

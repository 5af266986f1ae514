import * as z from 'zod';
import { liveService } from '#adapters/compose/service.ts';
import { restartCase } from '#application/operations/restart-case.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = liveService('restart-case', readEnv('restart-case'));
const restart = restartCase(service);
const inputSchema = z.strictObject({ reference: z.string(), by: z.string().min(1) });

export const handler = eventHandler(service.log, (event) => restart(inputSchema.parse(event)));

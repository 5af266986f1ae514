import * as z from 'zod';
import { composeService } from '#adapters/compose/service.ts';
import { restartCase } from '#application/operations/restart-case.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = composeService('restart-case', readEnv('restart-case'));
const restart = restartCase(service);
const inputSchema = z.strictObject({ reference: z.string(), by: z.string().min(1) });

export const handler = eventHandler(service, (event) => restart(inputSchema.parse(event)));

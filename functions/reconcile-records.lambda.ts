import { setTimeout } from 'node:timers/promises';
import { composeService } from '#adapters/compose/service.ts';
import { composeStoredItems } from '#adapters/compose/stored-items.ts';
import { composeExecutionControl } from '#adapters/compose/workflows.ts';
import { createFileVersions } from '#adapters/s3/file-versions.ts';
import { reconcileRecords } from '#application/reconcile/reconcile-records.ts';
import { timeLeft } from '#application/reconcile/time-left.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('reconcile-records');
const service = composeService('reconcile-records', env);
const fileVersions = createFileVersions({ bucket: env.EVIDENCE_BUCKET });
const wait = (ms: number) => setTimeout(ms);
const run = reconcileRecords({
  ...service,
  ...composeStoredItems(env),
  ...composeExecutionControl(env),
  fileVersions,
  wait,
});

export const handler = eventHandler(service, (_event, context) => run(timeLeft(context.getRemainingTimeInMillis())));

import { ListObjectVersionsCommand, PutObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { shownStatus } from '#domain/case/change.ts';
import { ACCOUNT, REGION } from '#local/assembly/identities.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import type { Instance } from '#local/instance.ts';
import { DemoError } from '../demo/world.ts';

const SCAN_TAG = 'GuardDutyMalwareScanStatus';
const MACHINE = 'ReferralWorkflow';
const BUCKET = 'evidencebucket';

/** What someone with the keys of the account does, beside what anyone does by HTTP. */
export function operatorOf({ endpoints, tableName = '', executions }: Instance) {
  const settings = { region: REGION, credentials: RUN_KEY };
  const s3 = new S3Client({ ...settings, endpoint: endpoints.other });
  const states = new SFNClient({ ...settings, endpoint: endpoints.other });
  const table = dynamoClient({ ...settings, endpoint: endpoints.dynamodb });
  const { cases } = createDynamoStores({ tableName, client: table });

  const executionOf = (reference: string) => executions().find(({ name }) => name.startsWith(reference))?.name ?? '';
  return {
    executionOf,
    /** Takes the result of the virus scan away from these uploads. */
    holdScan: async (evidenceIds: readonly string[]) => {
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'evidence/' }));
      const Tagging = { TagSet: [{ Key: SCAN_TAG, Value: 'UNSUPPORTED' }] };
      for (const { Key = '' } of Versions) {
        if (!evidenceIds.some((id) => Key.endsWith(id))) continue;
        await s3.send(new PutObjectTaggingCommand({ Bucket: BUCKET, Key, Tagging }));
      }
    },
    stopWorkflow: (reference: string) => {
      const executionArn = `arn:aws:states:${REGION}:${ACCOUNT}:execution:${MACHINE}:${executionOf(reference)}`;
      return states.send(new StopExecutionCommand({ executionArn }));
    },
    /** The state of a case as its referrer would be shown it. */
    statusOf: async (reference: string) => {
      const theCase = await cases.readCase(reference);
      if (theCase) return shownStatus(theCase);
      throw new DemoError(`There is no case ${reference}.`);
    },
    close: () => {
      for (const client of [s3, states, table]) client.destroy();
    },
  };
}
export type Operator = ReturnType<typeof operatorOf>;

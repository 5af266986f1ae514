import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, CfnTable, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { DUE_KEYS, INDEXES, type IndexName } from '#domain/process/indexes.ts';
import { keyUse } from './key.ts';
import { pinned } from './pinned.ts';

/** The least that AWS's guide names for a table under a customer's own key. */
const KEY_USE = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'] as const;

type RecordAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'DeleteItem' | 'Query' | 'Scan';

/**
 * The one table. It cannot be deleted with the stack or by hand in one step. It can be restored to any second of the
 * last 35 days. It is encrypted with the service's own key. Its logical id is pinned: another id would be another,
 * empty table.
 */
export class Records extends Construct {
  readonly table: Table;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.key = key;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, { key: partition, order, shows }] of Object.entries(INDEXES)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: order, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...shows],
      });
    }
    // Tells the embedded run (local/) where to read at which instants its simulated time must stop.
    pinned(this.table, CfnTable, 'RecordsTable').addMetadata('SmallSteps::Due', { index: 'due', keys: DUE_KEYS });
  }

  /** Exactly these actions on items of the table, and queries (or scans) of exactly these indexes. */
  access(
    actions: readonly RecordAction[],
    indexes: readonly IndexName[] = [],
    how: readonly ('Query' | 'Scan')[] = ['Query'],
  ): PolicyStatement[] {
    const onItems = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [this.table.tableArn],
    });
    const onIndexes = new PolicyStatement({
      actions: how.map((action) => `dynamodb:${action}`),
      resources: indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    });
    return [onItems, ...(indexes.length > 0 ? [onIndexes] : []), keyUse(this.key, 'dynamodb', KEY_USE)];
  }
}

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey, type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { pinned } from './pinned.ts';

/** The service's own key for table, evidence and alarms: rotated every year, kept when the stack goes. */
export function serviceKey(scope: Construct): Key {
  const key = new Key(scope, 'Key', {
    description: 'Small Steps: referrals, evidence and alarms',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  pinned(key, CfnKey, 'ServiceKey');
  return key;
}

type KeyAction = 'Decrypt' | 'DescribeKey' | 'Encrypt' | 'GenerateDataKey';

/** Use of the key through one AWS service only, never directly. */
export function keyUse(key: IKey, through: 'dynamodb' | 's3', actions: readonly KeyAction[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `kms:${action}`),
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${through}.${Stack.of(key).region}.amazonaws.com` } },
  });
}

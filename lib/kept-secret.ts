import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';
import { pinned } from './pinned.ts';

interface KeptSecret {
  readonly description: string;
  readonly logicalId: string;
  /** What would be lost if it were rotated. */
  readonly notRotated: string;
  /** A second region that keeps a copy. */
  readonly copyIn: string | undefined;
}

/** A key that AWS generates, no person ever sees and the stack outlives. It is never rotated. */
export function keptSecret(scope: Construct, { description, logicalId, notRotated, copyIn }: KeptSecret): Secret {
  const secret = new Secret(scope, 'Secret', {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
    ...(copyIn !== undefined && { replicaRegions: [{ region: copyIn }] }),
  });
  pinned(secret, CfnSecret, logicalId);
  acknowledge(secret, 'AwsSolutions-SMG4', notRotated);
  return secret;
}

import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { keptSecret } from './kept-secret.ts';

/**
 * The secret under which the mailboxes of referrers are hashed to find their referrals. It is not the claim key, because
 * pages on the internet read it. With another key no referral stored before would be found by its mailbox.
 */
export class MailboxKey extends Construct {
  readonly secret: Secret;

  /** `copyIn`: a second region that keeps a copy, from which the service can be set up again. */
  constructor(scope: Construct, id: string, copyIn?: string) {
    super(scope, id);
    this.secret = keptSecret(this, {
      description: 'Small Steps: key under which referrals are found by their mailbox',
      logicalId: 'MailboxKeySecret',
      notRotated: 'Rotating this key would take every referral off the list of its mailbox.',
      copyIn,
    });
  }

  read(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] })];
  }
}

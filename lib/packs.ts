import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Evidence } from './evidence.ts';
import { acknowledge } from './nag.ts';
import { pinned } from './pinned.ts';

/** Long enough for a week that is all holidays; a pack is old after one working day. */
const KEPT_DAYS = 14;
/** No one can type 0 for O. With 24 others there are more than 130 bits. */
const PASSPHRASE = { passwordLength: 24, excludePunctuation: true, excludeCharacters: '0O1lI' };

/**
 * Where the downtime packs lie until a computer outside the service fetches them. The bucket is not encrypted by the service's
 * key, so that packs can be fetched while that is disabled: each is an archive that its own passphrase opens.
 */
export class Packs extends Construct {
  readonly bucket: Bucket;
  readonly passphrase: Secret;

  constructor(scope: Construct, id: string, evidence: Evidence) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(KEPT_DAYS) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    evidence.logsAccessTo(pinned(this.bucket, CfnBucket, 'PacksBucket'), 'packs');
    this.passphrase = new Secret(this, 'Passphrase', {
      description: 'Small Steps: passphrase of the downtime packs',
      generateSecretString: PASSPHRASE,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    pinned(this.passphrase, CfnSecret, 'PackPassphraseSecret');
    const why = 'People keep this passphrase on paper. docs/deploying.md says how they change it.';
    acknowledge(this.passphrase, 'AwsSolutions-SMG4', why);
    new CfnOutput(scope, 'PacksBucketName', { value: this.bucket.bucketName });
    new CfnOutput(scope, 'PackPassphraseArn', { value: this.passphrase.secretArn });
  }

  /** Sealing a pack and putting it there. Whoever writes packs reads none. */
  write(): PolicyStatement[] {
    const read = { actions: ['secretsmanager:GetSecretValue'], resources: [this.passphrase.secretArn] };
    const put = { actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('packs/*')] };
    return [new PolicyStatement(read), new PolicyStatement(put)];
  }
}

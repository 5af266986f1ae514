import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, type IGrantable, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Evidence } from './evidence.ts';
import { pinned } from './pinned.ts';

/** Seven years. Each seal repeats every head, so a head stays locked for as long after the last night that sealed it. */
const LOCKED_DAYS = 7 * 365;

/**
 * What administering a key takes and, of its use, verifying alone. The account may leave these to roles. It cannot leave
 * `GenerateMac` to any without a change of this policy, which CloudTrail records.
 */
const LEFT_TO_ACCOUNT = [
  'kms:CancelKeyDeletion',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
  'kms:VerifyMac',
];

/**
 * Keeps the seals of the nights: a key that makes their MACs, by one function only, and a bucket in which no one can change or
 * delete a seal for seven years, the account's own root included. Both stay when the stack goes.
 */
export class Seals extends Construct {
  readonly key: Key;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, evidence: Evidence) {
    super(scope, id);
    const account = new PolicyStatement({
      principals: [new AccountRootPrincipal()],
      actions: LEFT_TO_ACCOUNT,
      // In the policy of a key, every resource is that key.
      resources: ['*'],
    });
    this.key = new Key(this, 'Key', {
      description: 'Small Steps: seals of histories',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      policy: new PolicyDocument({ statements: [account] }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pinned(this.key, CfnKey, 'SealKey');
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(LOCKED_DAYS)),
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    evidence.logsAccessTo(pinned(this.bucket, CfnBucket, 'SealsBucket'), 'seals');
  }

  /** Lets this function, and no one else, make the MAC of a seal. */
  sealedBy(role: IGrantable): void {
    const actions = ['kms:GenerateMac'];
    this.key.addToResourcePolicy(new PolicyStatement({ principals: [role.grantPrincipal], actions, resources: ['*'] }));
  }

  /** Reading which referrals were erased, and putting one more on that list. No one can take one off. */
  listErased(): PolicyStatement[] {
    const list = new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': 'erased/*' } },
    });
    return [
      list,
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('erased/*')] }),
    ];
  }

  /** Finding the last seal by its versions, reading it, and putting the next one. */
  write(): PolicyStatement[] {
    const list = new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      // The list of the erased says which histories are rightly gone.
      conditions: { StringLike: { 's3:prefix': ['seals/*', 'erased/*'] } },
    });
    const actions = ['s3:GetObjectVersion', 's3:PutObject'];
    return [list, new PolicyStatement({ actions, resources: [this.bucket.arnForObjects('seals/*')] })];
  }
}

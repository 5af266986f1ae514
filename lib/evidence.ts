import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';
import { keyUse } from './key.ts';
import { CLEAN, MalwareScan, SCAN_TAG } from './malware-scan.ts';
import { pinned } from './pinned.ts';

const UPLOAD = ['s3:PutObject'];
const LOOK = ['s3:GetObject', 's3:GetObjectVersion'];
const READ_TAGS = ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'];

/**
 * Keeps evidence in a versioned bucket, so that the version that was checked is the one that is opened. Encrypted with
 * the service's key, never public, never over plain HTTP. Every access is logged. The bucket stays when the stack goes.
 */
export class Evidence extends Construct {
  readonly bucket: Bucket;
  /** Where the configuration asks for a scanner. */
  readonly scan: MalwareScan | undefined;
  private readonly key: IKey;
  private readonly accessLogs: Bucket;
  private readonly malwareScan: DeployConfig['malwareScan'];

  constructor(scope: Construct, id: string, props: { key: IKey; config: DeployConfig }) {
    super(scope, id);
    this.key = props.key;
    this.malwareScan = props.config.malwareScan;
    const common = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(props.config.logRetentionDays) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...common,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // A page that was shown and not decided on; no session of staff lasts a day.
        { prefix: 'shown/', expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.logsAccessTo(pinned(this.bucket, CfnBucket, 'EvidenceBucket'), 'evidence');
    if (props.config.malwareScan === 'guardduty') {
      this.scan = new MalwareScan(this, 'Scan', {
        bucket: this.bucket,
        key: props.key,
        withPlan: props.config.scanPlan,
      });
    }
  }

  /** Has S3 log every access to this bucket beside that to the evidence, in a folder of its own. */
  logsAccessTo(bucket: CfnBucket, folder: string): void {
    bucket.loggingConfiguration = { destinationBucketName: this.accessLogs.bucketName, logFilePrefix: `${folder}/` };
    this.accessLogs.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.accessLogs.arnForObjects(`${folder}/*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /**
   * Lets this role, which opens files for people, read no file but those that the scanner has found clean. Roles that check
   * files read them first: so do the functions of the form and of the referrer's page, which say at upload what is wrong with a
   * file. Their own code opens to its sender only what is clean. Without a scanner there is no verdict to wait for. Source: AWS's guide to tag-based access with
   * Malware Protection for S3.
   */
  opensFiles(role: IGrantable): void {
    if (this.malwareScan !== 'guardduty') return;
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [role.grantPrincipal],
        actions: LOOK,
        resources: [this.bucket.arnForObjects('evidence/*')],
        conditions: { StringNotEquals: { [`s3:ExistingObjectTag/${SCAN_TAG}`]: CLEAN } },
      }),
    );
  }

  /** Giving out upload forms (their signature is the function's own right to put) and seeing that a file arrived. */
  receive(): PolicyStatement[] {
    return this.may([...UPLOAD, 's3:GetObject'], ['Decrypt', 'GenerateDataKey']);
  }

  /** Keeping a file that came with an email. */
  keep(): PolicyStatement[] {
    const objects = new PolicyStatement({ actions: UPLOAD, resources: [this.bucket.arnForObjects('evidence/*')] });
    return [objects, keyUse(this.key, 's3', ['GenerateDataKey'])];
  }

  /** Opening a file for a person: the version on which the scanner's tag was read. Without a scanner, any. */
  open(): PolicyStatement[] {
    if (this.malwareScan === 'none') return this.inspect();
    return this.may(['s3:GetObjectVersion', ...READ_TAGS], ['Decrypt']);
  }

  /** Looking into a file, and reading what the scanner wrote on it. */
  inspect(): PolicyStatement[] {
    return this.may([...LOOK, ...READ_TAGS], ['Decrypt']);
  }

  /** Keeping pages as they were sent, beside the evidence, those that are decided on for good, and reading them again. */
  keepPages(): PolicyStatement[] {
    const pages = ['shown/*', 'pages/*'].map((folder) => this.bucket.arnForObjects(folder));
    const objects = new PolicyStatement({ actions: ['s3:PutObject', 's3:GetObject'], resources: pages });
    return [objects, keyUse(this.key, 's3', ['GenerateDataKey'])];
  }

  /** Deleting a file for good: finding its versions, by the beginning of its key, and deleting each. */
  forget(): PolicyStatement[] {
    const versions = new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': 'evidence/*' } },
    });
    const resources = [this.bucket.arnForObjects('evidence/*')];
    return [versions, new PolicyStatement({ actions: ['s3:DeleteObjectVersion'], resources })];
  }

  /** Seeing which versions of files there are, and reading none. */
  list(): PolicyStatement[] {
    const versions = new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': 'evidence/*' } },
    });
    return [versions];
  }

  /** Deleting files, and pages that staff were sent, for good: finding every version of them, and deleting each. */
  erase(): PolicyStatement[] {
    const folders = ['evidence/*', 'pages/*', 'shown/*'];
    const versions = new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': folders } },
    });
    const resources = folders.map((folder) => this.bucket.arnForObjects(folder));
    return [versions, new PolicyStatement({ actions: ['s3:DeleteObjectVersion'], resources })];
  }

  /** S3 asks for a data key to store a file, and for decryption to read one. */
  private may(actions: string[], use: ('Decrypt' | 'GenerateDataKey')[]): PolicyStatement[] {
    const objects = new PolicyStatement({ actions, resources: [this.bucket.arnForObjects('evidence/*')] });
    // Without the right to list, S3 answers 403 instead of 404 for a file that never arrived. A read names no prefix, so
    // the right cannot be narrowed to one.
    const missing = new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] });
    return [objects, missing, keyUse(this.key, 's3', use)];
  }
}

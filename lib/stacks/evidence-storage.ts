import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Days after which the intermediate files of a run may go: long enough to redrive it or to look at what went wrong. */
const workDays = 30;

/** What every bucket here has. */
const guarded = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/**
 * The two buckets of the scan and their key. Work: raw answers and results on their way, gone after 30 days. Evidence:
 * what a run concluded, under Object Lock in governance mode, so that nobody changes it unnoticed; compliance mode is
 * not offered because not even the root user could ever undo a mistake in it.
 */
export class EvidenceStorage extends Construct {
  readonly key: Key;
  readonly work: Bucket;
  readonly evidence: Bucket;

  constructor(scope: Construct, id: string, props: { readonly evidenceDays: number }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Tenken: snapshots, findings, notifications',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Server access logging can neither write under default retention nor with a customer key.
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...guarded,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(props.evidenceDays) }],
    });
    const encrypted = {
      ...guarded,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
    };
    this.work = new Bucket(this, 'Work', {
      ...encrypted,
      serverAccessLogsPrefix: 'work/',
      lifecycleRules: [{ expiration: Duration.days(workDays) }],
    });
    this.evidence = new Bucket(this, 'Evidence', {
      ...encrypted,
      serverAccessLogsPrefix: 'evidence/',
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(props.evidenceDays)),
      lifecycleRules: [
        { transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }] },
      ],
    });
  }
}

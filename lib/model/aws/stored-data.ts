import type { Unread } from '../unread.ts';

/** Kinds of things that keep data when what made them is gone. */
export const storedKinds = [
  'ebs-volume',
  'ebs-snapshot',
  'machine-image',
  'rds-snapshot',
  'rds-cluster-snapshot',
  'rds-automated-backup',
  'log-group',
  'kms-key',
  's3-bucket',
  'ecr-repository',
  'recovery-point',
  'dynamodb-backup',
  'rds-cluster-automated-backup',
  'dynamodb-table',
  'recycled-snapshot',
  'recycled-image',
  'recycled-volume',
  'efs-file-system',
  'fsx-file-system',
  'fsx-backup',
  'fsx-file-cache',
  'elasticache-cluster',
  'elasticache-serverless-cache',
  'elasticache-snapshot',
  'elasticache-serverless-snapshot',
  'memorydb-cluster',
  'memorydb-snapshot',
  'redshift-snapshot',
  'redshift-automated-snapshot',
  'lightsail-instance-snapshot',
  'lightsail-disk-snapshot',
  'lightsail-database-snapshot',
  'lightsail-disk',
  'secret',
  'secret-replica',
  'glacier-vault',
] as const;

/** One of {@link storedKinds}. */
export type StoredKind = (typeof storedKinds)[number];

/** Something that keeps data: when it was made, of what, and whether that still stands. */
export interface StoredThing {
  readonly kind: StoredKind;
  /** Prefixes of the services whose data it may hold: `ec2` for a snapshot, `lambda` for the log group of a function. */
  readonly services: readonly string[];
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ISO 8601; absent where the answer does not say. */
  readonly created?: string;
  readonly sizeGiB?: number;
  /** What it was made of: a volume, a database, a function; absent where there is no such thing. */
  readonly source?: string;
  /** Whether that is gone; absent where nobody could tell. */
  readonly sourceIsGone?: boolean;
  /** The operation that names it. */
  readonly operation: string;
  /** For so many days it keeps what comes in; absent where it keeps it for good, and where that is not the question. */
  readonly retentionDays?: number;
  /** The day (ISO 8601) on which, at the latest, the service deletes it by itself. */
  readonly deletedOn?: string;
}

/** What keeps data in an account or a region. */
export interface StoredData {
  readonly things: readonly StoredThing[];
  /** Kinds that could not be read, and why. */
  readonly unread: readonly { readonly kind: StoredKind; readonly unread: Unread }[];
}

import { storedBuckets } from '../../model/aws/stored-buckets.ts';
import type { StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import { ownerOf } from '../../model/owner-of.ts';
import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
import type { Stored, StoredIn } from './stored.ts';

/** Parts that tell what an account stores. */
export const storedParts = ['aws.buckets', 'aws.storedData'] as const;

/** Services whose data a kind of thing may hold, where the thing itself was not read. */
const servicesOfKind: Readonly<Record<StoredKind, readonly string[] | 'any'>> = {
  'ebs-volume': ['ec2'],
  'ebs-snapshot': ['ec2'],
  'machine-image': ['ec2'],
  'rds-snapshot': ['rds'],
  'rds-cluster-snapshot': ['rds'],
  'rds-automated-backup': ['rds'],
  // Every service may write logs, and have backups.
  'log-group': 'any',
  'recovery-point': 'any',
  'kms-key': ['kms'],
  's3-bucket': ['s3'],
  'ecr-repository': ['ecr'],
  'dynamodb-backup': ['dynamodb'],
};

/** What an account stores, with the services whose data each thing may hold. */
export function storedThings({ part, unread, inRegions, standard }: AnalysisSources): StoredIn {
  const stored = (thing: StoredThing, region: string): Stored =>
    storedOf(thing, region, ownerOf(thing.tags, standard.owners));
  const regions = inRegions('aws.storedData');
  const bucketsUnread = unread('aws.buckets');
  return {
    provider: 'aws',
    stored: [
      ...storedBuckets({ buckets: part('aws.buckets')?.buckets ?? [] }).map((each) => stored(each, globalRegion)),
      ...regions.flatMap(({ region, value }) => (value?.things ?? []).map((each) => stored(each, region))),
    ],
    unread: [
      ...(bucketsUnread ? [{ keys: ['s3'], kind: 's3-bucket', unread: bucketsUnread }] : []),
      ...regions.flatMap(({ region, value }) =>
        (value?.unread ?? []).map(({ kind, unread: gap }) => ({
          keys: servicesOfKind[kind],
          kind: `${region}/${kind}`,
          unread: gap,
        })),
      ),
    ],
  };
}

function storedOf(thing: StoredThing, region: string, owner: string | undefined): Stored {
  const { kind, services, arn, name, operation, created, sizeGiB, source, sourceIsGone, deletedOn } = thing;
  return {
    keys: services,
    thing: {
      kind,
      id: arn,
      name,
      region,
      operation,
      ...(created !== undefined && { created }),
      ...(sizeGiB !== undefined && { sizeGiB }),
      ...(source !== undefined && { source }),
      ...(sourceIsGone !== undefined && { sourceIsGone }),
      ...(deletedOn !== undefined && { deletedOn }),
      ...(owner !== undefined && { owner }),
    },
  };
}

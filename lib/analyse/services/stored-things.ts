import { storedBuckets } from '../../model/aws/stored-buckets.ts';
import type { StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import { mainService } from '../../model/aws/service-names.ts';
import { lastPart } from '../../model/last-part.ts';
import { ownerOf } from '../../model/owner-of.ts';
import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
import { notScanned } from './not-scanned.ts';
import { awsAnswers } from './aws-answers.ts';
import type { RegionAnswers } from './aws-uses.ts';
import { meantToRead } from '../meant-to-read.ts';
import { standingGaps } from './region-gaps.ts';
import type { Stored, StoredIn } from './stored.ts';

/** Services whose data a kind of thing may hold, where the thing itself was not read. */
const servicesOfKind: Readonly<Record<StoredKind, readonly string[] | 'any'>> = {
  'ebs-volume': ['ec2'],
  'ebs-snapshot': ['ec2'],
  'machine-image': ['ec2'],
  'rds-snapshot': ['rds'],
  'rds-cluster-snapshot': ['rds', 'neptune-db'],
  'rds-automated-backup': ['rds'],
  // Every service may write logs, and have backups.
  'log-group': 'any',
  'recovery-point': 'any',
  'kms-key': ['kms'],
  's3-bucket': ['s3'],
  'ecr-repository': ['ecr'],
  'dynamodb-backup': ['dynamodb'],
  'dynamodb-table': ['dynamodb'],
  'rds-cluster-automated-backup': ['rds', 'neptune-db'],
  'recycled-snapshot': ['ec2'],
  'recycled-image': ['ec2'],
  'recycled-volume': ['ec2'],
  'efs-file-system': ['elasticfilesystem'],
  'fsx-file-system': ['fsx'],
  'fsx-backup': ['fsx'],
  'fsx-file-cache': ['fsx'],
  'elasticache-cluster': ['elasticache'],
  'elasticache-serverless-cache': ['elasticache'],
  'elasticache-snapshot': ['elasticache'],
  'elasticache-serverless-snapshot': ['elasticache'],
  'memorydb-cluster': ['memorydb'],
  'memorydb-snapshot': ['memorydb'],
  'redshift-snapshot': ['redshift'],
  'redshift-automated-snapshot': ['redshift'],
  'lightsail-instance-snapshot': ['lightsail'],
  'lightsail-disk-snapshot': ['lightsail'],
  'lightsail-database-snapshot': ['lightsail'],
  'lightsail-disk': ['lightsail'],
  secret: ['secretsmanager'],
  'secret-replica': ['secretsmanager'],
  'glacier-vault': ['glacier'],
};

/**
 * Services of which every kind of thing that keeps data is read: what is in use, and what outlives it. What decides is the
 * service's API: a service is here if each resource that it stores anything in is in one of the lists. Not here: Lightsail,
 * of whose instances, databases and buckets nobody asks; Neptune's queries, whose clusters are read as those of RDS.
 */
const known: ReadonlySet<string> = new Set([
  'backup',
  'dynamodb',
  'ec2',
  'ecr',
  'elasticache',
  'elasticfilesystem',
  'fsx',
  'glacier',
  'kms',
  'lambda',
  'logs',
  'memorydb',
  'rds',
  'redshift',
  's3',
  'secretsmanager',
]);

/** What an account stores, with the services whose data each thing may hold. */
export function storedThings(sources: AnalysisSources): StoredIn {
  const { part, inRegions, standard } = sources;
  const stored = (thing: StoredThing, region: string): Stored =>
    storedOf(thing, region, ownerOf(thing.tags, standard.owners));
  const things = [
    ...storedBuckets({ buckets: part('aws.buckets')?.buckets ?? [] }).map((each) => stored(each, globalRegion)),
    ...inRegions('aws.storedData').flatMap(({ region, value }) =>
      (value?.things ?? []).map((each) => stored(each, region)),
    ),
  ];
  const ids = new Set(things.map(({ thing }) => thing.id));
  const { regions } = awsAnswers(sources);
  const standing = standingThings(regions).filter(({ thing }) => !ids.has(thing.id));
  return {
    provider: 'aws',
    stored: [...things, ...standing],
    unread: [...unreadThings(sources), ...namedInPart(regions)],
    knows: ({ keys }) => keys.aws.every((key) => known.has(key)),
  };
}

/** Resources of a service that still stand there hold its data, too: those that lists of other kinds name. */
function standingThings(regions: readonly RegionAnswers[]): readonly Stored[] {
  return regions.flatMap(({ region, standing, discovered }) => [
    ...standing.map(({ service, arn, operation }) => ({
      keys: [service],
      thing: { kind: 'resource', id: arn, name: lastPart(arn), region, operation },
    })),
    ...discovered.flatMap(({ service, examples, operation, region: where }) =>
      examples.map((arn) => ({
        keys: [service],
        thing: { kind: 'resource', id: arn, name: lastPart(arn), region: where, operation },
      })),
    ),
  ]);
}

/** Services of which a list counts more than it names: that one that was named is not named any more proves nothing. */
function namedInPart(regions: readonly RegionAnswers[]): StoredIn['unread'] {
  return regions.flatMap(({ region, discovered }) =>
    discovered
      .filter(({ count, examples }) => count > examples.length)
      .map(({ service, count, examples, operation }) => {
        const message = `${examples.length} of ${count} are named: look at the others where they stand`;
        return { keys: [service], kind: `${region}/${service}`, unread: { operation, code: 'NotInAnswer', message } };
      }),
  );
}

function unreadThings(sources: AnalysisSources): StoredIn['unread'] {
  const buckets = sources.unread('aws.buckets');
  const regions = sources.inRegions('aws.storedData');
  const kinds = regions.flatMap(({ region, value }) =>
    (value?.unread ?? []).map(({ kind, unread: gap }) => ({
      keys: servicesOfKind[kind],
      // What nobody had a reason to ask for was asked for in no region, which is said once.
      kind: meantToRead(gap).length > 0 ? `${region}/${kind}` : kind,
      unread: gap,
    })),
  );
  return [
    ...(buckets ? [{ keys: ['s3'], kind: 's3-bucket', unread: buckets }] : []),
    ...notScanned(sources).map(({ region, unread }) => ({ keys: 'any' as const, kind: region, unread })),
    ...regions.flatMap(({ region, unread: gap }) => (gap ? [{ keys: 'any' as const, kind: region, unread: gap }] : [])),
    // What a list of standing resources does not name would be taken for deleted.
    ...standingGaps(sources).flatMap(({ region, unread: gap }) => {
      const [prefix = ''] = gap.operation.split(':');
      return [{ keys: [mainService(prefix)], kind: `${region}/${gap.operation}`, unread: gap }];
    }),
    ...new Map(kinds.map((each) => [each.kind, each])).values(),
  ];
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

import { storedBuckets } from '../../model/aws/stored-buckets.ts';
import type { StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import { lastPart } from '../../model/last-part.ts';
import { ownerOf } from '../../model/owner-of.ts';
import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
import { notScanned } from './not-scanned.ts';
import { awsAnswers } from './aws-answers.ts';
import type { Stored, StoredIn } from './stored.ts';

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

/** Services of which every kind of thing that keeps data is read. */
const known: ReadonlySet<string> = new Set(['ec2', 'rds', 's3', 'ecr', 'kms', 'logs', 'backup', 'lambda']);

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
  const standing = standingThings(sources).filter(({ thing }) => !ids.has(thing.id));
  return {
    provider: 'aws',
    stored: [...things, ...standing],
    unread: unreadThings(sources),
    knows: ({ keys }) => keys.aws.every((key) => known.has(key)),
  };
}

/** Resources of a service that still stand there hold its data, too: those that lists of other kinds name. */
function standingThings(sources: AnalysisSources): readonly Stored[] {
  return awsAnswers(sources).regions.flatMap(({ region, standing, discovered }) => [
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

function unreadThings({ part, unread, inRegions }: AnalysisSources): StoredIn['unread'] {
  const buckets = unread('aws.buckets');
  const regions = inRegions('aws.storedData');
  const scanned = new Set(regions.map(({ region }) => region));
  const left = (part('aws.regions') ?? []).filter(({ name }) => !scanned.has(name));
  return [
    ...(buckets ? [{ keys: ['s3'], kind: 's3-bucket', unread: buckets }] : []),
    ...left.map(({ name }) => ({ keys: 'any' as const, kind: name, unread: notScanned(name) })),
    ...regions.flatMap(({ region, unread: gap }) => (gap ? [{ keys: 'any' as const, kind: region, unread: gap }] : [])),
    ...regions.flatMap(({ region, value }) =>
      (value?.unread ?? []).map(({ kind, unread: gap }) => ({
        keys: servicesOfKind[kind],
        kind: `${region}/${kind}`,
        unread: gap,
      })),
    ),
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

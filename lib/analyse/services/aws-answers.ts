import type { Database } from '../../model/aws/database.ts';
import { isScanned, isScannedOnceEnded } from '../../model/aws/service-names.ts';
import type { EndpointKind } from '../../model/aws/service-endpoint.ts';
import { storedBuckets } from '../../model/aws/stored-buckets.ts';
import type { StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import { dayIn } from '../../model/days.ts';
import type { InterpretedPart } from '../../model/parts.ts';
import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
import { endedIn } from './ended-in.ts';
import type { AccountAnswers, RegionAnswers, StandingResource } from './aws-uses.ts';

const serviceOfDatabase: Readonly<Record<Database['kind'], string>> = {
  'db-instance': 'rds',
  'db-cluster': 'rds',
  'redshift-cluster': 'redshift',
  'msk-cluster': 'kafka',
};

const operationOfDatabase: Readonly<Record<Database['kind'], string>> = {
  'db-instance': 'rds:DescribeDBInstances',
  'db-cluster': 'rds:DescribeDBClusters',
  'redshift-cluster': 'redshift:DescribeClusters',
  'msk-cluster': 'kafka:ListClustersV2',
};

const serviceOfEndpoint: Readonly<Record<EndpointKind, string>> = {
  'lambda-function': 'lambda',
  'rest-api': 'apigateway',
  'http-api': 'apigateway',
  'eks-cluster': 'eks',
  'opensearch-domain': 'es',
  'apprunner-service': 'apprunner',
  'ebs-snapshot': 'ec2',
  'machine-image': 'ec2',
};

/** Parts that tell of services in use. */
export const awsLayers = [
  'aws.billed',
  'aws.buckets',
  'aws.calls',
  'aws.databases',
  'aws.discovered',
  'aws.instances',
  'aws.lastAccessed',
  'aws.serviceEndpoints',
  'aws.storedData',
] as const satisfies readonly InterpretedPart[];

/** What the parts of an account say of the services in use. */
export function awsAnswers(sources: AnalysisSources): AccountAnswers {
  const { account, part, standard, asOf, organizationAccess } = sources;
  const hasEnded = endedIn(standard.register, account, dayIn(asOf, standard.deployment.timeZone));
  const buckets = storedBuckets({ buckets: part('aws.buckets')?.buckets ?? [] }).map(standingOf);
  return {
    account,
    regions: [...regionsOf(sources), { region: globalRegion, standing: buckets, discovered: [], calls: [] }],
    billed: part('aws.billed') ?? [],
    accessed: part('aws.lastAccessed') ?? [],
    attempted: organizationAccess?.services(account) ?? [],
    isOwn: (arn) => isOwn(arn, standard.tenants.aws.role),
    isScanned: (service) => isScanned(service) || (isScannedOnceEnded(service) && hasEnded(service)),
    owners: standard.owners,
    asOf,
    staleDays: standard.thresholds.staleDays,
  };
}

/** Roles of services belong to AWS, and the scan's own roles call everything; `role` is that of the other accounts. */
function isOwn(arn: string, role: string): boolean {
  const words = arn.split('/');
  // An assumed role's name stands before the session's.
  return /:role\/aws-service-role\//.test(arn) || [role, ...ownRoles].some((own) => words.includes(own));
}

/** Roles that the stacks make. */
const ownRoles = ['tenken-audit', 'tenken-plan', 'tenken-scan'];

/** What a region has for each of its parts; a region of which nothing was read is left out. */
function regionsOf({ inRegions }: AnalysisSources): readonly RegionAnswers[] {
  const lists = standingLists(inRegions);
  const found = inRegions('aws.discovered');
  const calls = inRegions('aws.calls');
  const names = new Set([...lists, ...found, ...calls].map(({ region }) => region));
  const ofRegion = Map.groupBy(lists, ({ region }) => region);
  const discovered = new Map(found.map(({ region, value }) => [region, value?.resources ?? []]));
  const called = new Map(calls.map(({ region, value = [] }) => [region, value]));
  return [...names].toSorted().map((region) => ({
    region,
    standing: (ofRegion.get(region) ?? []).flatMap(({ standing }) => standing),
    discovered: discovered.get(region) ?? [],
    calls: called.get(region) ?? [],
  }));
}

interface StandingList {
  readonly region: string;
  readonly standing: readonly StandingResource[];
}

/** What lists of single kinds name: they are read for other reasons, so that they cost nothing. */
function standingLists(inRegions: AnalysisSources['inRegions']): readonly StandingList[] {
  return [
    ...inRegions('aws.instances').map(({ region, value = [] }) => ({
      region,
      standing: value.map(({ arn, tags }) => ({ service: 'ec2', arn, operation: 'ec2:DescribeInstances', tags })),
    })),
    ...inRegions('aws.databases').map(({ region, value }) => ({
      region,
      standing: (value?.databases ?? []).map(({ kind, arn, tags }) => ({
        service: serviceOfDatabase[kind],
        arn,
        operation: operationOfDatabase[kind],
        tags,
      })),
    })),
    ...inRegions('aws.serviceEndpoints').map(({ region, value }) => ({
      region,
      standing: (value?.endpoints ?? []).map(({ kind, arn, operation, tags }) => ({
        service: serviceOfEndpoint[kind],
        arn,
        operation,
        tags,
      })),
    })),
    ...inRegions('aws.storedData').map(({ region, value }) => ({
      region,
      standing: (value?.things ?? []).map(standingOf),
    })),
  ];
}

/** Kinds that are copies: a bucket or a repository is what its service is for, a snapshot is not. */
const copies: ReadonlySet<StoredKind> = new Set([
  'ebs-volume',
  'ebs-snapshot',
  'machine-image',
  'rds-snapshot',
  'rds-cluster-snapshot',
  'rds-automated-backup',
  'recovery-point',
  'dynamodb-backup',
  'rds-cluster-automated-backup',
  'recycled-snapshot',
  'recycled-image',
  'recycled-volume',
  'fsx-backup',
  'elasticache-snapshot',
  'elasticache-serverless-snapshot',
  'memorydb-snapshot',
  'redshift-snapshot',
  'redshift-automated-snapshot',
  'lightsail-instance-snapshot',
  'lightsail-disk-snapshot',
  'lightsail-database-snapshot',
  'lightsail-disk',
]);

function standingOf({ kind, services, arn, operation, tags, created }: StoredThing): StandingResource {
  const [service = ''] = services;
  return {
    service,
    arn,
    operation,
    tags,
    ...(created !== undefined && { created }),
    ...(copies.has(kind) && { isCopy: true as const }),
  };
}

import type { Database } from '../../model/aws/database.ts';
import type { EndpointKind } from '../../model/aws/service-endpoint.ts';
import type { InterpretedPart } from '../../model/parts.ts';
import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
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
  'aws.buckets',
  'aws.databases',
  'aws.instances',
  'aws.lastAccessed',
  'aws.serviceEndpoints',
] as const satisfies readonly InterpretedPart[];

/** What the parts of an account say of the services in use. */
export function awsAnswers(sources: AnalysisSources): AccountAnswers {
  const { account, part, standard, asOf } = sources;
  const buckets = (part('aws.buckets')?.buckets ?? []).map(({ arn, created }): StandingResource => {
    return { service: 's3', arn, operation: 's3:ListBuckets', tags: {}, ...(created !== undefined && { created }) };
  });
  return {
    account,
    regions: [...regionsOf(sources), { region: globalRegion, standing: buckets, discovered: [], calls: [] }],
    billed: [],
    accessed: part('aws.lastAccessed') ?? [],
    isOwn: (arn) => isOwn(arn, standard.tenants.aws.role),
    owners: standard.owners,
    asOf,
    staleDays: standard.thresholds.staleDays,
  };
}

/** Roles of services belong to AWS, and the scan's own role calls everything. */
function isOwn(arn: string, role: string): boolean {
  return arn.includes(':role/aws-service-role/') || arn.includes(':role/aws-reserved/') || arn.endsWith(`/${role}`);
}

function regionsOf({ inRegions }: AnalysisSources): readonly RegionAnswers[] {
  const lists = standingLists(inRegions);
  const names = new Set(lists.map(({ region }) => region));
  return [...names].toSorted().map((region) => ({
    region,
    standing: lists.filter((each) => each.region === region).flatMap(({ standing }) => standing),
    discovered: [],
    calls: [],
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
  ];
}

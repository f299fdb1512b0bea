import { snapshotSchema, type CollectError, type Snapshot } from '../../model/snapshot.ts';
import { globalRegion } from '../../model/unit.ts';
import type { DemoAccount } from './account.ts';
import { bucketResponses } from './buckets.ts';
import type { DaysBefore } from './days-before.ts';
import { iamResponses } from './iam.ts';
import { nameResponses } from './names.ts';
import { regionResponses } from './region.ts';

/** The account's units: its global services, and each region. */
export function accountSnapshots(account: DemoAccount, days: DaysBefore): Snapshot[] {
  const { regions } = account;
  const enabled = {
    Regions: regions.map(({ region }) => ({
      RegionName: region,
      Endpoint: `ec2.${region}.amazonaws.com`,
      OptInStatus: 'opt-in-not-required',
    })),
  };
  const global = {
    ...iamResponses(account, days),
    ...globalEntries,
    ...nameResponses(account.id, account.zones ?? []),
    ...bucketResponses(account, days),
    'ecr-public:DescribeRepositories': {
      repositories: (account.publicRepositories ?? []).map((repositoryName) => ({
        repositoryName,
        repositoryArn: `arn:aws:ecr-public::${account.id}:repository/${repositoryName}`,
        repositoryUri: `public.ecr.aws/sakura/${repositoryName}`,
      })),
    },
    'ec2:DescribeRegions': enabled,
  };
  return [
    unit(account, globalRegion, global, days),
    ...regions.map((region) => unit(account, region.region, regionResponses(account.id, region, days), days)),
  ];
}

/** Nothing of the demo stands behind Global Accelerator or CloudFront, and nobody pays for it. */
const globalEntries = {
  'globalaccelerator:ListAccelerators': { Accelerators: [] },
  'globalaccelerator:ListListeners': [],
  'globalaccelerator:ListEndpointGroups': [],
  'cloudfront:ListDistributions': { DistributionList: { Items: [] } },
  'cloudfront:ListVpcOrigins': { VpcOriginList: { Items: [] } },
  'cloudfront:GetVpcOrigin': [],
  'ce:GetCostAndUsage': { ResultsByTime: [] },
};

function unit(
  account: DemoAccount,
  region: string,
  answers: Readonly<Record<string, unknown>>,
  days: DaysBefore,
): Snapshot {
  const isDenied = (operation: string): boolean => account.denied?.includes(operation) ?? false;
  const responses = Object.fromEntries(Object.entries(answers).filter(([operation]) => !isDenied(operation)));
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', account: account.id, region },
    collectedAt: days(0).toISOString(),
    // Dates become strings and absent members vanish, as in every snapshot.
    responses: JSON.parse(JSON.stringify(responses)) as Record<string, unknown>,
    errors: Object.keys(answers)
      .filter(isDenied)
      .map((operation) => denial(account, operation)),
  };
}

function denial(account: DemoAccount, operation: string): CollectError {
  const who = `arn:aws:sts::${account.id}:assumed-role/tenken-audit/tenken`;
  const what = `User: ${who} is not authorized to perform: ${operation} with an explicit deny in a service control policy`;
  return operation.startsWith('ec2:')
    ? {
        operation,
        code: 'UnauthorizedOperation',
        message: `You are not authorized to perform this operation. ${what}`,
      }
    : { operation, code: 'AccessDenied', message: what };
}

import type { ListHostedZonesResponse, ListResourceRecordSetsResponse } from '@aws-sdk/client-route-53';
import { beanstalkNames, bucketNames } from '../../../model/aws/claimable-name.ts';
import { defineOperation } from '../operation.ts';

const account = { per: 'account', budget: 'route53' } as const;

/** Public zones of Route 53, and whether anybody holds the names of other services that their records lead to. */
export const route53Operations = [
  defineOperation({
    ...account,
    id: 'route53:ListHostedZones',
    async call({ route53 }, options, page) {
      const { ListHostedZonesCommand } = await import('../sdk/route53.ts');
      return (await route53).send(new ListHostedZonesCommand({ MaxItems: 100, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
  }),
  defineOperation({
    ...account,
    id: 'route53:ListResourceRecordSets',
    each: {
      of: ['route53:ListHostedZones'],
      inputs: ({ HostedZones = [] }: ListHostedZonesResponse) =>
        HostedZones.filter(({ Config }) => Config?.PrivateZone !== true).flatMap(({ Id }) =>
          Id ? [{ HostedZoneId: Id.replace(/^\/hostedzone\//, '') }] : [],
        ),
      atMost: 500,
      refusedAlike: true,
    },
    async call({ route53 }, options, page, { HostedZoneId }) {
      const { ListResourceRecordSetsCommand } = await import('../sdk/route53.ts');
      return (await route53).send(
        new ListResourceRecordSetsCommand({ HostedZoneId, MaxItems: 300, ...startOf(page) }),
        options,
      );
    },
    next: ({ IsTruncated, NextRecordName, NextRecordType, NextRecordIdentifier }) =>
      IsTruncated ? JSON.stringify([NextRecordName, NextRecordType, NextRecordIdentifier]) : undefined,
  }),
  defineOperation({
    id: 's3:GetBucketLocation',
    per: 'account',
    budget: 'other',
    absent: ['NoSuchBucket'],
    each: {
      of: ['route53:ListResourceRecordSets'],
      inputs: ({ ResourceRecordSets = [] }: ListResourceRecordSetsResponse) =>
        bucketNames(ResourceRecordSets).map((Bucket) => ({ Bucket })),
      atMost: 1000,
    },
    // Nothing is wanted but whether somebody holds the name: a bucket that says where it lies, and one that refuses to, are
    // told apart from one that is not there. S3 leaves us-east-1 out ("GetBucketLocation", Amazon S3 API Reference).
    async call({ s3 }, options, _page, { Bucket }) {
      const { GetBucketLocationCommand } = await import('../sdk/s3.ts');
      try {
        const { LocationConstraint } = await (await s3).send(new GetBucketLocationCommand({ Bucket }), options);
        return { LocationConstraint: LocationConstraint ?? 'us-east-1' };
      } catch (error) {
        if (error instanceof Error && error.name === 'AccessDenied') return { Refused: true };
        throw error;
      }
    },
  }),
  defineOperation({
    id: 'elasticbeanstalk:CheckDNSAvailability',
    per: 'account',
    budget: 'other',
    each: {
      of: ['route53:ListResourceRecordSets'],
      inputs: ({ ResourceRecordSets = [] }: ListResourceRecordSetsResponse) =>
        beanstalkNames(ResourceRecordSets).map(({ prefix, region }) => ({ CNAMEPrefix: prefix, Region: region })),
      atMost: 200,
    },
    // A name is given away in its region, which the record names.
    async call({ elasticBeanstalk }, options, _page, { CNAMEPrefix, Region }) {
      const { CheckDNSAvailabilityCommand } = await import('../sdk/elastic-beanstalk.ts');
      return (await elasticBeanstalk(Region)).send(new CheckDNSAvailabilityCommand({ CNAMEPrefix }), options);
    },
  }),
];

/** Where the next page begins: a name may have records of several types, and a type several records. */
function startOf(page: string | undefined): object {
  if (page === undefined) return {};
  const [StartRecordName, StartRecordType, StartRecordIdentifier] = JSON.parse(page) as readonly (string | null)[];
  return {
    ...(StartRecordName && { StartRecordName }),
    ...(StartRecordType && { StartRecordType }),
    ...(StartRecordIdentifier && { StartRecordIdentifier }),
  };
}

import type { HostedZone, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { claimableName, type ClaimableName } from '../../model/aws/claimable-name.ts';
import type { LeadingRecord, NameHolder } from '../../model/aws/dns-record.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { booleanOf, listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy, keyedAnswersOf } from './answer.ts';
import { gapAt } from './endpoints/endpoint-source.ts';

const records = 'route53:ListResourceRecordSets';
const buckets = 's3:GetBucketLocation';
const environments = 'elasticbeanstalk:CheckDNSAvailability';

/** `aws.dnsRecords`: what records of public zones lead to that somebody else could take, and who holds it now. */
export const dnsRecords: PartDefinition<'aws.dnsRecords'> = {
  per: 'aws-account',
  operations: ['route53:ListHostedZones'],
  optional: [records, 's3:ListBuckets', buckets, environments],
  interpret: (answers) => {
    const zones = listOf(answerOf(answers, 'route53:ListHostedZones').HostedZones, 'HostedZones')
      .filter(({ Config }) => Config?.PrivateZone !== true)
      .map(zoneOf);
    const read = answersBy(answers, records, 'HostedZoneId', ({ ResourceRecordSets }) =>
      listOf(ResourceRecordSets, 'ResourceRecordSets'),
    );
    const holders = holdersIn(answers);
    return {
      zones: zones.filter(({ id }) => read.has(id)),
      leading: zones.flatMap(({ id }) => (read.get(id) ?? []).flatMap((each) => leadingRecord(id, each, holders))),
      unread: zones.filter(({ id }) => !read.has(id)).map((zone) => ({ ...zone, unread: gapAt(records, zone.id) })),
    };
  },
};

function zoneOf({ Id, Name }: Wire<HostedZone>): { readonly id: string; readonly name: string } {
  return { id: required(Id, 'Id').replace(/^\/hostedzone\//, ''), name: required(Name, 'Name') };
}

/** Who holds a name; undefined where that was not read. */
type HolderOf = (name: ClaimableName) => NameHolder | undefined;

function holdersIn(answers: Answers): HolderOf {
  const own = Object.hasOwn(answers, 's3:ListBuckets')
    ? listOf(answerOf(answers, 's3:ListBuckets').Buckets, 'Buckets').map(({ Name }) => Name)
    : [];
  // S3 answers that there is no such bucket, and the collector with nothing.
  const held = answersBy(answers, buckets, 'Bucket', (output): NameHolder =>
    output.Refused || output.LocationConstraint ? 'somebody' : 'nobody',
  );
  const available = keyedAnswersOf(answers, environments);
  return (name) => {
    if (name.kind === 'bucket') return own.includes(name.bucket) ? 'own' : held.get(name.bucket);
    const { prefix, region } = name;
    const told = available.find(({ input }) => input['CNAMEPrefix'] === prefix && input['Region'] === region);
    if (!told) return undefined;
    return required(booleanOf(told.output.Available, 'Available'), 'Available') ? 'nobody' : 'somebody';
  };
}

function leadingRecord(zoneId: string, record: Wire<ResourceRecordSet>, holderOf: HolderOf): readonly LeadingRecord[] {
  const leadsTo = claimableName(record);
  if (!leadsTo) return [];
  const holder = holderOf(leadsTo);
  const [operation, asked] = leadsTo.kind === 'bucket' ? [buckets, leadsTo.bucket] : [environments, leadsTo.prefix];
  return [
    {
      zoneId,
      name: required(record.Name, 'Name'),
      type: required(record.Type, 'Type'),
      ...(record.SetIdentifier !== undefined && { setIdentifier: record.SetIdentifier }),
      leadsTo,
      ...(holder ? { holder } : { unread: gapAt(operation, asked) }),
      raw: { ...record },
    },
  ];
}

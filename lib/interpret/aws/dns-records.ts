import type { HostedZone, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { claimableName, type ClaimableName } from '../../model/aws/claimable-name.ts';
import type { LeadingRecord, NameHolder } from '../../model/aws/dns-record.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { booleanOf, listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy, keyedAnswersOf } from './answer.ts';
import { gapAt } from './endpoints/endpoint-source.ts';

const records = 'route53:ListResourceRecordSets';
const own = 's3:ListBuckets';
const buckets = 's3:GetBucketLocation';
const environments = 'elasticbeanstalk:CheckDNSAvailability';

/** `aws.dnsRecords`: what records of public zones lead to that somebody else could take, and who holds it now. */
export const dnsRecords: PartDefinition<'aws.dnsRecords'> = {
  per: 'aws-account',
  operations: ['route53:ListHostedZones'],
  optional: [records, own, buckets, environments],
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

/** Who holds a name, or the operation that would have said so. */
type HolderOf = (name: ClaimableName) => { readonly holder: NameHolder } | { readonly missing: string };

function holdersIn(answers: Answers): HolderOf {
  const ownNames = Object.hasOwn(answers, own)
    ? new Set(listOf(answerOf(answers, own).Buckets, 'Buckets').map(({ Name }) => Name))
    : undefined;
  const held = answersBy(
    answers,
    buckets,
    'Bucket',
    // S3 answers that there is no such bucket, and the collector with nothing.
    ({ Refused, LocationConstraint }) => Refused === true || LocationConstraint !== undefined,
  );
  const available = keyedAnswersOf(answers, environments);
  return (name) => {
    if (name.kind === 'bucket') {
      if (ownNames?.has(name.bucket)) return { holder: 'own' };
      const isHeld = held.get(name.bucket);
      if (isHeld === undefined) return { missing: buckets };
      if (!isHeld) return { holder: 'nobody' };
      return ownNames ? { holder: 'somebody' } : { missing: own };
    }
    const { prefix, region } = name;
    const told = available.find(({ input }) => input['CNAMEPrefix'] === prefix && input['Region'] === region);
    if (!told) return { missing: environments };
    return { holder: required(booleanOf(told.output.Available, 'Available'), 'Available') ? 'nobody' : 'somebody' };
  };
}

function leadingRecord(zoneId: string, record: Wire<ResourceRecordSet>, holderOf: HolderOf): readonly LeadingRecord[] {
  const leadsTo = claimableName(record);
  if (!leadsTo) return [];
  const told = holderOf(leadsTo);
  const asked = leadsTo.kind === 'bucket' ? leadsTo.bucket : leadsTo.prefix;
  return [
    {
      zoneId,
      name: required(record.Name, 'Name'),
      type: required(record.Type, 'Type'),
      ...(record.SetIdentifier !== undefined && { setIdentifier: record.SetIdentifier }),
      leadsTo,
      ...('holder' in told ? told : { unread: gapAt(told.missing, asked) }),
      raw: { ...record },
    },
  ];
}

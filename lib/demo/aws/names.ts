import { identifier } from '../identifier.ts';

/** A public zone of Route 53, with records that lead to websites in S3. */
export interface DemoZone {
  /** `example.com` */
  readonly name: string;
  /** Names before it whose bucket is gone, and that nobody holds. */
  readonly forgotten: readonly string[];
}

/** What Route 53 says of an account's zones, and S3 of the names that their records lead to. */
export function nameResponses(account: string, zones: readonly DemoZone[]): Record<string, unknown> {
  const named = zones.map((zone) => ({ ...zone, id: identifier('Z', `${account} ${zone.name}`).toUpperCase() }));
  const hosts = named.flatMap(({ name, forgotten }) => forgotten.map((each) => `${each}.${name}`));
  return {
    'route53:ListHostedZones': {
      HostedZones: named.map(({ id, name }) => ({
        Id: `/hostedzone/${id}`,
        Name: `${name}.`,
        CallerReference: id,
        Config: { PrivateZone: false },
      })),
      MaxItems: 100,
    },
    'route53:ListResourceRecordSets': named.map(({ id, name, forgotten }) => ({
      input: { HostedZoneId: id },
      output: { ResourceRecordSets: forgotten.map((each) => website(`${each}.${name}.`)), MaxItems: 300 },
    })),
    's3:GetBucketLocation': hosts.map((Bucket) => ({ input: { Bucket }, output: {} })),
    'elasticbeanstalk:CheckDNSAvailability': [],
  };
}

/** The zone is that of S3 websites in Tokyo. */
function website(Name: string): object {
  const DNSName = 's3-website-ap-northeast-1.amazonaws.com.';
  return { Name, Type: 'A', AliasTarget: { HostedZoneId: 'Z2M4EHUR26P7ZW', DNSName, EvaluateTargetHealth: false } };
}

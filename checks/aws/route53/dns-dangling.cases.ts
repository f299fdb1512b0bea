import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { denied, inAccount } from '../cases/units.ts';

const website = (name: string, more: object = {}) => ({
  Name: `${name}.example.com.`,
  Type: 'A',
  AliasTarget: {
    HostedZoneId: 'Z2M4EHUR26P7ZW',
    DNSName: 's3-website-ap-northeast-1.amazonaws.com.',
    EvaluateTargetHealth: false,
  },
  ...more,
});
const cname = (name: string, Value: string) => ({
  Name: `${name}.example.com.`,
  Type: 'CNAME',
  TTL: 300,
  ResourceRecords: [{ Value }],
});

interface Answers {
  /** What is asked about buckets that are not the account's own: by name, what S3 says of it. */
  readonly buckets?: Readonly<Record<string, 'held' | 'refused' | 'nobody'>>;
  /** Whether names of Elastic Beanstalk are free, as `prefix.region`. */
  readonly names?: Readonly<Record<string, boolean>>;
}

/** A public zone with these records, a private one, and a bucket of the account's own. */
function zone(records: readonly object[], { buckets = {}, names = {} }: Answers = {}): CaseSnapshot {
  const saying = { held: { LocationConstraint: 'eu-west-1' }, refused: { Refused: true }, nobody: {} };
  return inAccount({
    'route53:ListHostedZones': {
      HostedZones: [
        { Id: '/hostedzone/Z1', Name: 'example.com.', Config: { PrivateZone: false } },
        { Id: '/hostedzone/Z2', Name: 'internal.', Config: { PrivateZone: true } },
      ],
    },
    'route53:ListResourceRecordSets': [{ input: { HostedZoneId: 'Z1' }, output: { ResourceRecordSets: records } }],
    's3:ListBuckets': { Buckets: [{ Name: 'own.example.com' }] },
    's3:GetBucketLocation': Object.entries(buckets).map(([name, said]) => ({
      input: { Bucket: `${name}.example.com` },
      output: saying[said],
    })),
    'elasticbeanstalk:CheckDNSAvailability': Object.entries(names).map(([name, Available]) => {
      const [CNAMEPrefix, Region] = name.split('.');
      return { input: { CNAMEPrefix, Region }, output: { Available } };
    }),
  });
}

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'S3: 誰も持たない名前、自アカウントのバケット、ほかのアカウントのバケット',
      en: 'S3: names that nobody holds, a bucket of the own account, and buckets of others',
    },
    given: zone(
      [
        website('gone'),
        cname('old', 'old.example.com.s3-website-ap-northeast-1.amazonaws.com'),
        cname('files', 'files.example.com.s3.ap-northeast-1.amazonaws.com.'),
        website('own'),
        website('other'),
        website('open'),
      ],
      { buckets: { gone: 'nobody', old: 'nobody', files: 'nobody', own: 'held', other: 'refused', open: 'held' } },
    ),
    expect: {
      'gone.example.com.': 'fail',
      'old.example.com.': 'fail',
      'files.example.com.': 'fail',
      'own.example.com.': 'pass',
      'other.example.com.': 'unknown',
      'open.example.com.': 'unknown',
    },
  },
  {
    name: {
      ja: 'Elastic Beanstalk: 空いている名前と、使われている名前',
      en: 'Elastic Beanstalk: a name that is free, and one that is taken',
    },
    given: zone(
      [
        cname('shop', 'shop-prod.ap-northeast-1.elasticbeanstalk.com'),
        cname('wiki', 'wiki-prod.ap-northeast-1.elasticbeanstalk.com'),
      ],
      { names: { 'shop-prod.ap-northeast-1': true, 'wiki-prod.ap-northeast-1': false } },
    ),
    expect: { 'shop.example.com.': 'fail', 'wiki.example.com.': 'pass' },
  },
  {
    name: {
      ja: '重み付けのレコードは一つずつ判定し、ワイルドカードとIPアドレスなどは判定しない',
      en: 'Weighted records are judged one by one; wildcards, addresses and load balancers are not',
    },
    given: zone(
      [
        website('gone', { SetIdentifier: 'blue', Weight: 10 }),
        website('gone', { SetIdentifier: 'green', Weight: 10 }),
        website(String.raw`\052`),
        { Name: 'www.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
        cname('app', 'app-1.ap-northeast-1.elb.amazonaws.com'),
        cname('made-up', 'env.eba-a1b2c3d4.ap-northeast-1.elasticbeanstalk.com'),
      ],
      { buckets: { gone: 'nobody' } },
    ),
    expect: { blue: 'fail', green: 'fail' },
  },
  {
    name: { ja: 'そのようなレコードのないゾーン', en: 'A zone without such records' },
    given: zone([cname('www', 'example.net')]),
    expect: { Z1: 'pass' },
  },
  {
    name: {
      ja: '名前の持ち主を読めなければ判定不能になる',
      en: 'Who holds a name was not read',
    },
    given: denied(
      zone([website('gone'), website('own'), cname('shop', 'shop-prod.ap-northeast-1.elasticbeanstalk.com')], {
        buckets: { gone: 'nobody' },
      }),
      'elasticbeanstalk:CheckDNSAvailability',
    ),
    expect: { 'gone.example.com.': 'fail', 'own.example.com.': 'pass', 'shop.example.com.': 'unknown' },
  },
  {
    name: {
      ja: '自アカウントのバケットの一覧を読めなければ、誰も持たない名前だけが分かる',
      en: 'Without the list of own buckets, only names that nobody holds are known',
    },
    given: denied(
      zone([website('gone'), website('own')], { buckets: { gone: 'nobody', own: 'held' } }),
      's3:ListBuckets',
    ),
    expect: { 'gone.example.com.': 'fail', 'own.example.com.': 'unknown' },
  },
  {
    name: { ja: 'ゾーンのレコードを拒否された', en: 'The records of the zone were denied' },
    given: denied(zone([website('gone')]), 'route53:ListResourceRecordSets'),
    expect: { Z1: 'unknown' },
  },
  {
    name: { ja: 'ゾーンの一覧を拒否された', en: 'The list of zones was denied' },
    given: denied(zone([]), 'route53:ListHostedZones'),
    expect: { '111122223333': 'unknown' },
  },
];

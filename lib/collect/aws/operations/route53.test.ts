import { describe, expect, it } from 'vitest';
import { collectAnswers } from '../../../../test/collect/collect-answers.ts';

const website = (name: string) => ({
  Name: `${name}.example.com.`,
  Type: 'A',
  AliasTarget: {
    HostedZoneId: 'Z3AQBSTGFYJSTF',
    DNSName: 's3-website-us-east-1.amazonaws.com.',
    EvaluateTargetHealth: false,
  },
});
const environment = (prefix: string, region: string) => ({
  Name: `${prefix}.example.com.`,
  Type: 'CNAME',
  TTL: 300,
  ResourceRecords: [{ Value: `${prefix}.${region}.elasticbeanstalk.com` }],
});
const address = (index: number) => ({
  Name: `host${index}.example.com.`,
  Type: 'A',
  TTL: 300,
  ResourceRecords: [{ Value: '192.0.2.1' }],
});
const zones = {
  'route53:ListHostedZones': {
    HostedZones: [
      { Id: '/hostedzone/Z1', Name: 'example.com.', CallerReference: '1', Config: { PrivateZone: false } },
      { Id: '/hostedzone/Z2', Name: 'internal.', CallerReference: '2', Config: { PrivateZone: true } },
    ],
  },
};
const records = {
  'route53:ListResourceRecordSets': [
    {
      input: { HostedZoneId: 'Z1' },
      output: {
        ResourceRecordSets: [
          ...Array.from({ length: 650 }, (_, index) => address(index)),
          website('held'),
          website('nobodys'),
          environment('taken', 'eu-west-1'),
          environment('taken', 'us-east-1'),
        ],
      },
    },
  ],
};

describe('what records of public zones lead to', () => {
  it('is asked for by the names that they hold, each in its region', async () => {
    const beanstalk = [
      { input: { CNAMEPrefix: 'taken', Region: 'eu-west-1' }, output: { Available: false } },
      { input: { CNAMEPrefix: 'taken', Region: 'us-east-1' }, output: { Available: true } },
    ];
    const buckets = [{ input: { Bucket: 'held.example.com' }, output: { LocationConstraint: 'eu-west-1' } }];
    const answers = {
      ...zones,
      ...records,
      's3:GetBucketLocation': buckets,
      'elasticbeanstalk:CheckDNSAvailability': beanstalk,
    };
    const collected = await collectAnswers(answers, 'global');
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject({
      ...zones,
      ...records,
      // A bucket that is not there is answered for with an error, and that is an answer.
      's3:GetBucketLocation': [...buckets, { input: { Bucket: 'nobodys.example.com' }, output: {} }],
      'elasticbeanstalk:CheckDNSAvailability': beanstalk,
    });
  });

  it('is held by somebody where S3 refuses to say more', async () => {
    const answers = { ...zones, ...records, 's3:GetBucketLocation': [] };
    const collected = await collectAnswers(answers, 'global', { faults: { denied: ['s3:GetBucketLocation'] } });
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses['s3:GetBucketLocation']).toEqual(
      ['held', 'nobodys'].map((name) => ({ input: { Bucket: `${name}.example.com` }, output: { Refused: true } })),
    );
  });
});

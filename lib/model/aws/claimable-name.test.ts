import { describe, expect, it } from 'vitest';
import { claimableName } from './claimable-name.ts';

const cname = (Value: string, Name = 'www.example.com.') => ({ Name, Type: 'CNAME', ResourceRecords: [{ Value }] });
const alias = (DNSName: string) => ({ Name: 'example.com.', Type: 'A', AliasTarget: { DNSName } });

describe('a name that whoever asks first gets', () => {
  it.each([
    [alias('s3-website-us-east-1.amazonaws.com.'), 'example.com'],
    [alias('s3-website.eu-south-1.amazonaws.com.'), 'example.com'],
    [cname('www.example.com.s3-website-eu-west-1.amazonaws.com'), 'www.example.com'],
    // S3 goes by the name that was asked for.
    [cname('other.s3.amazonaws.com.'), 'www.example.com'],
    [cname('S3.EU-West-1.amazonaws.com', 'WWW.example.com.'), 'www.example.com'],
  ])('is a bucket called as the record is (%#)', (record, bucket) => {
    expect(claimableName(record)).toMatchObject({ kind: 'bucket', bucket });
  });

  it('is that of an environment, in its region', () => {
    const target = 'shop-prod.us-gov-west-1.elasticbeanstalk.com';
    expect(claimableName(cname(target))).toEqual({
      kind: 'beanstalk',
      prefix: 'shop-prod',
      region: 'us-gov-west-1',
      target,
    });
  });

  it.each([
    // Made up by Elastic Beanstalk, with a random part.
    cname('env.eba-a1b2c3d4.eu-west-1.elasticbeanstalk.com'),
    // Without a region: of old environments only.
    cname('shop.elasticbeanstalk.com'),
    cname('d111111abcdef8.cloudfront.net'),
    cname('web-1.eu-west-1.elb.amazonaws.com'),
    cname('example.s3.amazonaws.com.example.net'),
    cname('s3-website-us-east-1.amazonaws.com', String.raw`\052.example.com.`),
    cname('s3-website-us-east-1.amazonaws.com', '_verify.example.com.'),
    { Name: 'example.com.', Type: 'TXT', ResourceRecords: [{ Value: 's3.amazonaws.com' }] },
    { Name: 'example.com.', Type: 'NS' },
  ])('is nothing else (%#)', (record) => {
    expect(claimableName(record)).toBeUndefined();
  });
});

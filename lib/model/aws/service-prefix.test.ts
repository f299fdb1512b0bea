import { ResourceType } from '@aws-sdk/client-config-service';
import { describe, expect, it } from 'vitest';
import { actionsByService } from '../../analyse/iam/catalogue/action-catalogue.ts';
import { billedServices, isServiceLine, serviceOfBilling } from './billing-names.ts';
import { eventSourceOf, serviceOfEventSource } from './event-source.ts';
import { placeOfArn, placeOfResource, placeOfType } from './place-of-use.ts';
import { arnPrefixes, namespacePrefixes, prefixOfType } from './service-prefix.ts';

/** What is no prefix of any action. */
function unknown(prefixes: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(prefixes)].flatMap((prefix) =>
    prefix === undefined || actionsByService.has(prefix) ? [] : [prefix],
  );
}

describe('the prefix of a service', () => {
  it('is one that actions have, for every type that Config records and for every exception', () => {
    expect(unknown(Object.values(ResourceType).map(prefixOfType))).toEqual([]);
    expect(unknown(Object.values(namespacePrefixes))).toEqual([]);
    expect(unknown(Object.values(arnPrefixes))).toEqual([]);
  });

  it('differs from the name in lower case in every exception, or it would be none', () => {
    const needless = Object.entries(namespacePrefixes).filter(([name, prefix]) => name.toLowerCase() === prefix);
    expect(needless).toEqual([]);
  });

  it.each([
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'elasticloadbalancing'],
    ['AWS::Logs::LogGroup', 'logs'],
    ['AWS::StepFunctions::StateMachine', 'states'],
    ['AWS::ACM::Certificate', 'acm'],
    ['AWS::OpenSearch::Domain', 'es'],
    ['AWS::MSK::Cluster', 'kafka'],
    ['AWS::Cognito::UserPool', 'cognito-idp'],
    ['AWS::Cognito::IdentityPool', 'cognito-identity'],
  ])('of %s is %s', (type, prefix) => {
    expect(prefixOfType(type)).toBe(prefix);
  });
});

describe('the place of a use', () => {
  const here = 'eu-west-1';

  it.each([
    ['arn:aws:bedrock:us-east-1:111122223333:guardrail/1', 'bedrock', 'us-east-1'],
    ['arn:aws:s3:::orders', 's3', here],
    ['arn:aws:cloudfront::111122223333:distribution/E1', 'cloudfront', 'global'],
    ['arn:aws:route53:::hostedzone/Z1', 'route53', 'global'],
    ['arn:aws-cn:catalog:cn-north-1:111122223333:product/prod-1', 'servicecatalog', 'cn-north-1'],
  ])('of %s is %s in %s', (arn, service, region) => {
    expect(placeOfArn(arn, here)).toEqual({ service, region });
  });

  it('is nowhere for what is no ARN', () => {
    expect(placeOfArn('orders', here)).toBeUndefined();
  });

  it('is global for services that stand in no region, whoever tells of them', () => {
    expect(placeOfType('AWS::IAM::Role', here)).toEqual({ service: 'iam', region: 'global' });
    expect(placeOfResource('cloudfront', 'global')).toEqual({ service: 'cloudfront', region: 'global' });
  });
});

describe('a billing name', () => {
  it('leads to a prefix that actions have', () => {
    expect(unknown(Object.values(billedServices))).toEqual([]);
  });

  it.each([
    ['EC2 - Other', 'ec2'],
    ['Claude Opus 4.6 (Amazon Bedrock Edition)', 'bedrock'],
    ['Snowflake Capacity', undefined],
  ])('%s is %s', (name, prefix) => {
    expect(serviceOfBilling(name)).toBe(prefix);
  });

  it('may be of no service at all', () => {
    const lines = [
      'Tax',
      'Refund',
      'AWS Support (Business)',
      'AWS Premium Support',
      'Savings Plans for AWS Compute usage',
    ];
    expect(lines.filter(isServiceLine)).toEqual([]);
    const services = ['AWS Lambda', 'TaxJar', 'AWS Data Exchange'];
    expect(services.filter(isServiceLine)).toEqual(services);
  });
});

describe('the source of events', () => {
  it.each([
    ['cloudwatch', 'monitoring.amazonaws.com'],
    ['bedrock', 'bedrock.amazonaws.com'],
  ])('of %s is %s, and back', (service, source) => {
    expect(eventSourceOf(service)).toBe(source);
    expect(serviceOfEventSource(source)).toBe(service);
  });
});

import { describe, expect, it } from 'vitest';
import { trustedServices } from './trusted-services.ts';

const trust = (Principal: unknown): unknown => {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  return { RoleDetailList: [{ AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(document)) }] };
};

describe('a service is trusted', () => {
  it.each([
    ['by its name', trust({ Service: 'lambda.amazonaws.com' })],
    ['as one of several', trust({ Service: ['edgelambda.amazonaws.com', 'lambda.amazonaws.com'] })],
    ['in China', trust({ Service: 'lambda.amazonaws.com.cn' })],
    ['in one region', trust({ Service: 'lambda.eu-west-1.amazonaws.com' })],
    ['as everybody is', trust('*')],
    ['as everybody is, in other words', trust({ AWS: '*' })],
    ['perhaps, by a document that cannot be read', { RoleDetailList: [{ AssumeRolePolicyDocument: '%' }] }],
  ])('%s', (_, details) => {
    expect(trustedServices(details).include('lambda')).toBe(true);
  });
});

describe('a service is not trusted', () => {
  it.each([
    ['without a role', {}],
    ['where another is', trust({ Service: 'edgelambda.amazonaws.com' })],
    ['where a part of it is', trust({ Service: 'replicator.lambda.amazonaws.com' })],
    ['where an account is', trust({ AWS: '111122223333' })],
  ])('%s', (_, details) => {
    expect(trustedServices(details).include('lambda')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { type Properties, type StackTemplate, synthesise } from '../../test/deployed/synthesised.ts';
import type { Standard } from '../model/standard.ts';
import { defaultStandard } from '../standard/schema.ts';
import { accountActions, limitedStatements } from './scan-policy.ts';

const strict: Standard = {
  ...defaultStandard,
  tenants: { aws: { ...defaultStandard.tenants.aws, externalId: 'an-external-id' }, azure: [], entra: [] },
  deployment: { ...defaultStandard.deployment, organizationId: 'o-a1b2c3d4e5' },
};

function roleOf(template: StackTemplate): Properties {
  const [role, ...others] = Object.values(template.Resources);
  expect(others).toEqual([]);
  expect(role?.Type).toBe('AWS::IAM::Role');
  return role?.Properties ?? {};
}

describe('the audit role', () => {
  const { auditRole: template } = synthesise(defaultStandard);
  const role = roleOf(template);

  it('is a template that stands alone and fits into a StackSet', () => {
    expect(Object.keys(template).toSorted()).toEqual(['Description', 'Outputs', 'Parameters', 'Resources']);
    expect(JSON.stringify(template).length).toBeLessThan(51_200);
    // "IAM and AWS STS quotas": the inline policies of a role hold 10,240 characters, without white space.
    expect(JSON.stringify(role.Policies?.map((each) => each.PolicyDocument)).length).toBeLessThan(10_240);
  });

  it('trusts one role of the hub account, which need not exist yet', () => {
    const hub = { Ref: 'HubAccountId' };
    const arn = (rest: string): unknown => ({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', hub, rest]],
    });
    expect(role.AssumeRolePolicyDocument?.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: arn(':root') },
        Condition: { ArnEquals: { 'aws:PrincipalArn': arn(':role/tenken-scan') } },
      },
    ]);
  });

  it('asks for the organization and the external id where the standard names them', () => {
    const [statement] = roleOf(synthesise(strict).auditRole).AssumeRolePolicyDocument?.Statement ?? [];
    expect(statement?.Condition).toMatchObject({
      StringEquals: { 'sts:ExternalId': 'an-external-id', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
    });
  });

  it('reads what a scan reads, and of the organization only which one it is', () => {
    const [reading, ...others] = role.Policies?.flatMap((each) => each.PolicyDocument.Statement) ?? [];
    expect(others.map(({ Action }) => Action)).toEqual(limitedStatements.map(({ actions: [action] }) => action));
    expect(JSON.stringify(others)).not.toContain('apikeys');
    expect(reading?.Action).toEqual(accountActions);
    const above = accountActions.filter((action) => /^(organizations|sso|identitystore):/.test(action));
    expect(above).toEqual(['organizations:DescribeOrganization']);
  });
});

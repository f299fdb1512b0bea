import { Aws, BootstraplessSynthesizer, CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Standard } from '../model/standard.ts';
import { acknowledge } from './acknowledge.ts';
import { accountActions, limitedStatements, readsEverything } from './scan-policy.ts';
import { scanRoleName } from './scan-steps.ts';

/**
 * The read-only role of a member account, as a template that stands alone: no bootstrap, no asset, one parameter. It is
 * deployed as a StackSet over the organization, or as a stack in a single account.
 */
export class AuditRoleStack extends Stack {
  constructor(scope: Construct, id: string, { standard }: { readonly standard: Standard }) {
    super(scope, id, {
      description: 'Tenken: read-only role that the scan assumes in a member account',
      synthesizer: new BootstraplessSynthesizer(),
    });
    const hub = new CfnParameter(this, 'HubAccountId', {
      description: 'Account that Tenken is deployed in',
      allowedPattern: '\\d{12}',
      constraintDescription: '12 digits',
    });
    const role = new Role(this, 'AuditRole', {
      roleName: standard.tenants.aws.role,
      description: 'Tenken reads the configuration of this account',
      maxSessionDuration: Duration.hours(1),
      assumedBy: new AccountPrincipal(hub.valueAsString).withConditions(trustConditions(hub.valueAsString, standard)),
      inlinePolicies: {
        ReadConfiguration: new PolicyDocument({
          statements: [{ actions: accountActions, resources: ['*'] }, ...limitedStatements].map(
            (each) => new PolicyStatement({ actions: [...each.actions], resources: [...each.resources] }),
          ),
        }),
      },
    });
    acknowledge(role, 'Reads configuration of resources that nobody knows beforehand.', ...readsEverything);
    new CfnOutput(this, 'AuditRoleArn', { value: role.roleArn });
  }
}

/**
 * The hub's account root with a condition on the role, not the role itself: IAM refuses a role that does not exist yet,
 * and rewrites the ARN of a deleted one to an id, so that a role made again would be locked out.
 */
function trustConditions(hub: string, standard: Standard): Record<string, Record<string, string>> {
  const { externalId } = standard.tenants.aws;
  const { organizationId } = standard.deployment;
  const equals = {
    ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }),
    ...(organizationId === undefined ? {} : { 'aws:PrincipalOrgID': organizationId }),
  };
  return {
    ArnEquals: { 'aws:PrincipalArn': `arn:${Aws.PARTITION}:iam::${hub}:role/${scanRoleName}` },
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
  };
}

import type { InterpretedPart } from '../model/parts.ts';
import { accountSummary } from './aws/account-summary.ts';
import { account } from './aws/account.ts';
import { credentialReport } from './aws/credential-report.ts';
import { flowLogs } from './aws/flow-logs.ts';
import { iamEntities } from './aws/iam-entities.ts';
import { lastAccessed } from './aws/last-accessed.ts';
import { networkInterfaces } from './aws/network-interfaces.ts';
import { passwordPolicy } from './aws/password-policy.ts';
import { roleCarriers } from './aws/role-carriers.ts';
import { securityGroups } from './aws/security-groups.ts';
import { subnets } from './aws/subnets.ts';
import { vpcs } from './aws/vpcs.ts';
import type { PartDefinition } from './part.ts';

/** How every part of the model is made from answers. A part without a definition does not compile. */
export const parts: { readonly [N in InterpretedPart]: PartDefinition<N> } = {
  'aws.account': account,
  'aws.accountSummary': accountSummary,
  'aws.credentialReport': credentialReport,
  'aws.flowLogs': flowLogs,
  'aws.iamEntities': iamEntities,
  'aws.lastAccessed': lastAccessed,
  'aws.networkInterfaces': networkInterfaces,
  'aws.passwordPolicy': passwordPolicy,
  'aws.roleCarriers': roleCarriers,
  'aws.securityGroups': securityGroups,
  'aws.subnets': subnets,
  'aws.vpcs': vpcs,
};

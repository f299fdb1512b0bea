import type { DemoRole } from './role.ts';

/** The role that the scan assumes, as every account has it; it trusts the account that the scan runs from. */
export function auditRole(scanningAccount: string): DemoRole {
  return {
    name: 'tenken-audit',
    trusts: { AWS: `arn:aws:iam::${scanningAccount}:root` },
    inline: [
      {
        Effect: 'Allow',
        Action: [
          'ec2:Describe*',
          'ec2:GetManagedPrefixListEntries',
          'elasticloadbalancing:Describe*',
          'rds:Describe*',
          'iam:GenerateCredentialReport',
          'iam:GetAccount*',
          'iam:GetCredentialReport',
          'iam:List*',
        ],
        Resource: '*',
      },
    ],
    lastUsed: 1,
  };
}

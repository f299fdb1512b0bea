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
          'apprunner:DescribeService',
          'apprunner:ListServices',
          'cloudformation:DescribeStacks',
          'cloudformation:ListStacks',
          'codebuild:BatchGetProjects',
          'codebuild:ListProjects',
          'ec2:Describe*',
          'ec2:GetManagedPrefixListEntries',
          'ecs:Describe*',
          'ecs:List*',
          'elasticloadbalancing:Describe*',
          'glue:GetDevEndpoints',
          'iam:GenerateCredentialReport',
          'iam:GenerateServiceLastAccessedDetails',
          'iam:GetAccount*',
          'iam:GetCredentialReport',
          'iam:GetServiceLastAccessedDetails',
          'iam:List*',
          'lambda:ListFunctions',
          'rds:Describe*',
          'sagemaker:DescribeNotebookInstance',
          'sagemaker:ListNotebookInstances',
          'ssm:DescribeInstanceInformation',
          'states:DescribeStateMachine',
          'states:ListStateMachines',
        ],
        Resource: '*',
      },
    ],
    lastUsed: 1,
  };
}

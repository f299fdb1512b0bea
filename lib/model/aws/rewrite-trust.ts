import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { Text } from '../text.ts';

/** How a role's trust policy is rewritten: fetched into trust.json, edited as `edit` says, and put back. */
export function rewriteTrust(role: string, edit: Text): readonly [Remediation, Remediation, Remediation] {
  return [
    {
      kind: 'aws-cli',
      text: command`aws iam get-role --role-name ${role} --query Role.AssumeRolePolicyDocument > trust.json`,
    },
    { kind: 'console', text: edit },
    {
      kind: 'aws-cli',
      text: command`aws iam update-assume-role-policy --role-name ${role} --policy-document file://trust.json`,
    },
  ];
}

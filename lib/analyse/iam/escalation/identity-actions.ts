import { changingActions } from './changing-actions.ts';

/** Actions on identities and their policies that escalation techniques use, beside those that run something with a role. */
export const identityActions = [
  ...Object.values(changingActions).flat(),
  'iam:AddClientIDToOpenIDConnectProvider',
  'iam:AddRoleToInstanceProfile',
  'iam:CreateAccessKey',
  'iam:CreateInstanceProfile',
  'iam:CreateLoginProfile',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreateRole',
  'iam:CreateUser',
  'iam:DeactivateMFADevice',
  'iam:DeleteAccessKey',
  'iam:DeletePolicyVersion',
  'iam:PassRole',
  'iam:UpdateAccessKey',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'iam:UpdateOpenIDConnectProviderThumbprint',
  'iam:UpdateSAMLProvider',
  'sts:AssumeRole',
] as const;

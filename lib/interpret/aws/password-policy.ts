import type { PasswordPolicy } from '../../model/aws/password-policy.ts';
import type { PartDefinition } from '../part.ts';
import { answerOf } from './answer.ts';

/**
 * What holds without a policy of one's own: eight characters of at least three of the four character types, so no
 * single type is required ("Set an account password policy for IAM users", IAM User Guide).
 */
const awsDefault: PasswordPolicy = {
  configured: false,
  minimumLength: 8,
  requireUppercase: false,
  requireLowercase: false,
  requireNumbers: false,
  requireSymbols: false,
  reusePrevention: 0,
  maxAgeDays: 0,
  hardExpiry: false,
  usersMayChangeOwn: false,
};

/** `aws.passwordPolicy`. An answer without a policy means that none is configured (`NoSuchEntity`). */
export const passwordPolicy: PartDefinition<'aws.passwordPolicy'> = {
  per: 'aws-account',
  operations: ['iam:GetAccountPasswordPolicy'],
  interpret: (answers) => {
    const { PasswordPolicy: policy } = answerOf(answers, 'iam:GetAccountPasswordPolicy');
    if (!policy) return awsDefault;
    return {
      configured: true,
      // 6 is what a policy demands that was set without a length (UpdateAccountPasswordPolicy, IAM API Reference).
      minimumLength: policy.MinimumPasswordLength ?? 6,
      requireUppercase: policy.RequireUppercaseCharacters ?? false,
      requireLowercase: policy.RequireLowercaseCharacters ?? false,
      requireNumbers: policy.RequireNumbers ?? false,
      requireSymbols: policy.RequireSymbols ?? false,
      reusePrevention: policy.PasswordReusePrevention ?? 0,
      maxAgeDays: policy.MaxPasswordAge ?? 0,
      hardExpiry: policy.HardExpiry ?? false,
      usersMayChangeOwn: policy.AllowUsersToChangePassword ?? false,
    };
  },
};

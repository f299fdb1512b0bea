import type { PasswordPolicy } from '../../model/aws/password-policy.ts';
import type { PartDefinition } from '../part.ts';
import { booleanOf, numberOf } from '../shape.ts';
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
      minimumLength: numberOf(policy.MinimumPasswordLength, 'MinimumPasswordLength') ?? 6,
      requireUppercase: booleanOf(policy.RequireUppercaseCharacters, 'RequireUppercaseCharacters') ?? false,
      requireLowercase: booleanOf(policy.RequireLowercaseCharacters, 'RequireLowercaseCharacters') ?? false,
      requireNumbers: booleanOf(policy.RequireNumbers, 'RequireNumbers') ?? false,
      requireSymbols: booleanOf(policy.RequireSymbols, 'RequireSymbols') ?? false,
      reusePrevention: numberOf(policy.PasswordReusePrevention, 'PasswordReusePrevention') ?? 0,
      maxAgeDays: numberOf(policy.MaxPasswordAge, 'MaxPasswordAge') ?? 0,
      hardExpiry: booleanOf(policy.HardExpiry, 'HardExpiry') ?? false,
      usersMayChangeOwn: booleanOf(policy.AllowUsersToChangePassword, 'AllowUsersToChangePassword') ?? false,
    };
  },
};

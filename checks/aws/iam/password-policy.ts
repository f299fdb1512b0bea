import { awsAccount } from '../../../lib/model/aws/aws-account.ts';
import type { PasswordPolicy } from '../../../lib/model/aws/password-policy.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence } from '../../../lib/model/judgement.ts';
import type { PasswordRules } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'aws-password-policy',
  clauses: ['8.1'],
  severity: 'medium',
  title: {
    ja: 'パスワードポリシーが基準を満たしていない',
    en: 'The password policy is weaker than the standard',
  },
  why: {
    ja: 'パスワードポリシーを設定していないアカウントでは、AWSの既定（8文字以上、4種類のうち3種類の文字）が適用されるだけで、推測しやすいパスワードや使い回しを防げません。',
    en: 'An account without a policy of its own has only the AWS default (eight characters, three of four character types), which stops neither guessable nor reused passwords.',
  },
  fix: {
    ja: 'アカウントのパスワードポリシーを、基準が求める値以上に設定します。既存のパスワードには、次に変更するときから適用されます。',
    en: 'Set the account password policy to at least what the standard asks. It applies to existing passwords when they are next changed.',
  },
  reads: ['aws.passwordPolicy'],
  find: ({ 'aws.passwordPolicy': policy }, { unit, standard }) => {
    const resource = awsAccount(unit);
    const { account } = resource;
    const [first, ...rest] = shortfalls(policy, standard.passwords);
    if (!first) return [{ status: 'pass', resource }];
    return [
      {
        status: 'fail',
        resource,
        detail: policy.configured
          ? {
              ja: `アカウント ${account} のパスワードポリシーは、基準を ${rest.length + 1} 項目で下回っています。`,
              en: `The password policy of account ${account} falls short of the standard in ${rest.length + 1} ${rest.length ? 'points' : 'point'}.`,
            }
          : {
              ja: `アカウント ${account} にはパスワードポリシーが設定されておらず、AWSの既定が適用されています。`,
              en: `Account ${account} has no password policy, so the AWS default applies.`,
            },
        evidence: [first, ...rest],
        remediation: [{ kind: 'aws-cli', text: updateCommand(policy, standard.passwords) }],
      },
    ];
  },
});

/** Every point in which the policy asks for less than the rules do. */
function shortfalls(policy: PasswordPolicy, rules: PasswordRules): Evidence[] {
  const points: [boolean, string, string, string][] = [
    [
      policy.minimumLength < rules.minimumLength,
      `最小文字数は ${policy.minimumLength}（基準は ${rules.minimumLength}）`,
      `The minimum length is ${policy.minimumLength}; the standard asks for ${rules.minimumLength}`,
      'MinimumPasswordLength',
    ],
    [
      rules.requireUppercase && !policy.requireUppercase,
      '英大文字が必須でない',
      'Uppercase letters are not required',
      'RequireUppercaseCharacters',
    ],
    [
      rules.requireLowercase && !policy.requireLowercase,
      '英小文字が必須でない',
      'Lowercase letters are not required',
      'RequireLowercaseCharacters',
    ],
    [rules.requireNumbers && !policy.requireNumbers, '数字が必須でない', 'Numbers are not required', 'RequireNumbers'],
    [rules.requireSymbols && !policy.requireSymbols, '記号が必須でない', 'Symbols are not required', 'RequireSymbols'],
    [
      policy.reusePrevention < rules.reusePrevention,
      `再利用を禁じる世代数は ${policy.reusePrevention}（基準は ${rules.reusePrevention}）`,
      `The number of former passwords that cannot be used again is ${policy.reusePrevention}; the standard asks for ${rules.reusePrevention}`,
      'PasswordReusePrevention',
    ],
  ];
  return points
    .filter(([short]) => short)
    .map(([, ja, en, field]) => ({
      what: { ja, en },
      operation: 'iam:GetAccountPasswordPolicy',
      ref: `PasswordPolicy.${field}`,
    }));
}

/** Names every setting, because what the command leaves out falls back to its default (UpdateAccountPasswordPolicy). */
function updateCommand(policy: PasswordPolicy, rules: PasswordRules): string {
  const flag = (on: boolean, name: string): string[] => [on ? `--${name}` : `--no-${name}`];
  const reuse = Math.max(policy.reusePrevention, rules.reusePrevention);
  return [
    'aws iam update-account-password-policy',
    `--minimum-password-length ${Math.max(policy.minimumLength, rules.minimumLength)}`,
    ...flag(policy.requireUppercase || rules.requireUppercase, 'require-uppercase-characters'),
    ...flag(policy.requireLowercase || rules.requireLowercase, 'require-lowercase-characters'),
    ...flag(policy.requireNumbers || rules.requireNumbers, 'require-numbers'),
    ...flag(policy.requireSymbols || rules.requireSymbols, 'require-symbols'),
    ...(reuse > 0 ? [`--password-reuse-prevention ${reuse}`] : []),
    ...(policy.maxAgeDays > 0 ? [`--max-password-age ${policy.maxAgeDays}`] : []),
    ...flag(policy.hardExpiry, 'hard-expiry'),
    ...flag(!policy.configured || policy.usersMayChangeOwn, 'allow-users-to-change-password'),
  ].join(' ');
}

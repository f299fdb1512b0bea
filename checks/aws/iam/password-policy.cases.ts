import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const strong = {
  MinimumPasswordLength: 14,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  RequireNumbers: true,
  RequireSymbols: true,
  PasswordReusePrevention: 24,
  AllowUsersToChangePassword: true,
  ExpirePasswords: false,
};
const policy = (changes: Partial<typeof strong>): CaseSnapshot =>
  inAccount({ 'iam:GetAccountPasswordPolicy': { PasswordPolicy: { ...strong, ...changes } } });
const standard = {
  passwords: {
    minimumLength: 14,
    requireUppercase: true,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
    reusePrevention: 24,
  },
};

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'パスワードポリシーが未設定', en: 'No password policy' },
    given: inAccount({ 'iam:GetAccountPasswordPolicy': {} }),
    standard,
    expect: { [account]: 'fail' },
  },
  {
    name: { ja: '文字数が基準より短い', en: 'Passwords may be shorter than the standard allows' },
    given: policy({ MinimumPasswordLength: 12 }),
    standard,
    expect: { [account]: 'fail' },
  },
  {
    name: { ja: '記号が必須でない', en: 'Symbols are not required' },
    given: policy({ RequireSymbols: false }),
    standard,
    expect: { [account]: 'fail' },
  },
  {
    name: { ja: '記号を求めない基準', en: 'A standard that does not ask for symbols' },
    given: policy({ RequireSymbols: false }),
    standard: { passwords: { ...standard.passwords, requireSymbols: false } },
    expect: { [account]: 'pass' },
  },
  {
    name: { ja: '基準を満たすポリシー', en: 'A policy that meets the standard' },
    given: policy({}),
    standard,
    expect: { [account]: 'pass' },
  },
  {
    name: { ja: 'ポリシーの取得を拒否された', en: 'The policy was denied' },
    given: denied(policy({}), 'iam:GetAccountPasswordPolicy'),
    expect: { [account]: 'unknown' },
  },
];

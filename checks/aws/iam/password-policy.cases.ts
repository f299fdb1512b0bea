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

/** A policy that meets the standard but for one point. */
function weaker(ja: string, en: string, changes: Partial<typeof strong>): CheckCase {
  return { name: { ja, en }, given: policy(changes), standard, expect: { [account]: 'fail' } };
}

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'パスワードポリシーが未設定', en: 'No password policy' },
    given: inAccount({ 'iam:GetAccountPasswordPolicy': {} }),
    standard,
    expect: { [account]: 'fail' },
  },
  weaker('文字数が基準より短い', 'Passwords may be too short', { MinimumPasswordLength: 13 }),
  weaker('英大文字が必須でない', 'Uppercase letters are not required', { RequireUppercaseCharacters: false }),
  weaker('英小文字が必須でない', 'Lowercase letters are not required', { RequireLowercaseCharacters: false }),
  weaker('数字が必須でない', 'Numbers are not required', { RequireNumbers: false }),
  weaker('記号が必須でない', 'Symbols are not required', { RequireSymbols: false }),
  weaker('再利用を十分に禁じていない', 'Passwords may be reused too soon', { PasswordReusePrevention: 23 }),
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

import type { PrincipalAccess } from '../../../lib/model/aws/principal-access.ts';
import { principalResource } from '../../../lib/model/aws/principal-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-mfa-not-enforced',
  clauses: ['8.3'],
  severity: 'medium',
  title: {
    ja: '多要素認証なしで操作できる利用者がいる',
    en: 'A person can act without having passed MFA',
  },
  why: {
    ja: 'MFAデバイスを登録しても、ポリシーで強制していなければ、アクセスキーや登録前のパスワードだけで操作できます。aws:MultiFactorAuthPresent を Bool で拒否するポリシーは、キーに値がない長期のアクセスキーを止めません(BoolIfExists が必要です)。有効な権限を評価し、デバイスの設定以外にできる操作が残る人を指摘します。パスワードを持つ利用者が対象で、キーだけの機械用ユーザーは対象外です。',
    en: 'A registered device protects little while no policy demands it: access keys, and passwords before registration, go without. A Deny with Bool on aws:MultiFactorAuthPresent does not stop long-term keys, which carry no such key (BoolIfExists does). Effective permissions are evaluated; people who keep any action beyond managing their own device are reported. Users with a password are judged, machine users with keys alone are not.',
  },
  fix: {
    ja: 'MFAを済ませていない要求を、デバイスの設定以外すべて拒否するポリシー(BoolIfExists)をグループに付けます。',
    en: 'Give the group a policy that denies everything but managing the own device to requests that did not pass MFA (BoolIfExists).',
  },
  reads: ['aws.access', 'aws.credentialReport'],
  find: ({ 'aws.access': { principals }, 'aws.credentialReport': { rows } }, { unit }) => {
    const people = new Set(rows.filter(({ password, isRoot }) => password && !isRoot).map(({ arn }) => arn));
    return principals.filter(({ arn }) => people.has(arn)).map((user) => judge(user, principalResource(unit, user)));
  },
});

function judge(user: PrincipalAccess, resource: Resource): Judgement {
  const { console = [], keys = [] } = user.withoutMfa ?? {};
  return console.length + keys.length === 0 ? { status: 'pass', resource } : failure(user, resource, console, keys);
}

function failure(
  { name, arn }: PrincipalAccess,
  resource: Resource,
  console: readonly string[],
  keys: readonly string[],
): Failed {
  const [first, ...rest] = [
    ...(console.length > 0
      ? [
          {
            ja: 'パスワードだけのコンソール',
            en: 'the console with a password alone',
            actions: console,
            column: 'mfa_active',
          },
        ]
      : []),
    ...(keys.length > 0
      ? [{ ja: 'アクセスキー', en: 'an access key', actions: keys, column: 'access_key_1_active' }]
      : []),
  ].map(({ ja, en, actions, column }) => ({
    what: {
      ja: `${ja}から、MFAなしで ${actions.join('、')} などが許可される`,
      en: `From ${en}, ${actions.join(', ')} and more are allowed without MFA`,
    },
    operation: 'iam:GetCredentialReport',
    ref: `${arn}#${column}`,
  }));
  if (!first) throw new TypeError('a failure without a way in');
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `ユーザー ${name} は、多要素認証を済ませずに操作できます(例: ${[...console, ...keys][0]})。`,
      en: `User ${name} can act without having passed MFA (${[...console, ...keys][0]}, say).`,
    },
    evidence: [first, ...rest],
    remediation: [
      {
        kind: 'aws-cli',
        text: command`aws iam put-user-policy --user-name ${name} --policy-name require-mfa --policy-document ${requireMfa}`,
      },
    ],
  };
}

/** Denies what is not needed to register a device ("AWS: Allows MFA-authenticated IAM users to manage their own MFA device", IAM User Guide). */
const requireMfa = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DenyAllExceptListedIfNoMFA',
      Effect: 'Deny',
      NotAction: [
        'iam:ChangePassword',
        'iam:CreateVirtualMFADevice',
        'iam:EnableMFADevice',
        'iam:GetAccountPasswordPolicy',
        'iam:GetMFADevice',
        'iam:GetUser',
        'iam:ListMFADevices',
        'iam:ListVirtualMFADevices',
        'iam:ResyncMFADevice',
        'sts:GetSessionToken',
      ],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
  ],
});

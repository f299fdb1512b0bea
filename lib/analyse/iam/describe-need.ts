import type { AccessNeed } from '../../model/aws/principal-access.ts';
import type { Text } from '../../model/text.ts';
import type { Need } from './policy/truth.ts';

interface Words {
  what(about: string): Text;
  readonly operation?: string;
}

/** What each kind of need is called, and which operation's answer would settle it. */
const kinds: Readonly<Record<string, Words>> = {
  mfa: { what: () => ({ ja: '多要素認証を済ませたセッション', en: 'a session that passed MFA' }) },
  'console-session': {
    what: () => ({ ja: 'コンソールなどの一時的なセッション', en: 'a temporary session, as the console gives' }),
  },
  network: {
    what: () => ({
      ja: 'ポリシーが許すネットワークからの呼び出し',
      en: 'a call from a network that the policy admits',
    }),
  },
  identity: { what: () => ({ ja: '特定の利用者IDであること', en: 'being a particular identity' }) },
  'external-id': { what: () => ({ ja: '外部IDを知っていること', en: 'knowing the external id' }) },
  organization: {
    what: () => ({ ja: '組織の情報', en: 'what the organization is' }),
    operation: 'organizations:DescribeOrganization',
  },
  boundary: {
    what: (arn) => ({
      ja: `アクセス許可境界 ${arn} の内容(取得できていません)`,
      en: `what the permissions boundary ${arn} says (it was not read)`,
    }),
    operation: 'iam:GetPolicyVersion',
  },
  policy: {
    what: (arn) => ({
      ja: `ポリシー ${arn} の内容(取得できていません)`,
      en: `what the policy ${arn} says (it was not read)`,
    }),
    operation: 'iam:GetPolicyVersion',
  },
  malformed: {
    what: (policy) => ({
      ja: `解釈できない要素を含むポリシー ${policy} の意味`,
      en: `what the policy ${policy} means, which holds an element that is none of IAM's`,
    }),
  },
  'credential-report': {
    what: () => ({ ja: '相手の認証情報の状態(認証情報レポート)', en: "the target's credentials (credential report)" }),
    operation: 'iam:GetCredentialReport',
  },
  'target-mfa': {
    what: (arn) => ({ ja: `${arn} の多要素認証デバイス`, en: `the MFA device of ${arn}` }),
  },
  'holds-key': {
    what: (arn) => ({
      ja: `${arn} の無効なアクセスキーを持っていること`,
      en: `holding an inactive access key of ${arn}`,
    }),
  },
  resource: {
    what: (kind) => ({
      ja: `そのロールで動く ${kind} があること(一覧を取得できていません)`,
      en: `a ${kind} that runs with the role (they were not listed)`,
    }),
  },
  exists: {
    what: (thing) => ({ ja: `前提となる ${thing} があること`, en: `a ${thing} that the way rests on` }),
  },
  'service-control-policies': {
    what: () => ({
      ja: 'サービスコントロールポリシー(取得できていません)',
      en: 'service control policies (they were not read)',
    }),
    operation: 'organizations:ListPolicies',
  },
};

/** A need in words. `not …` is a Deny's condition that must not be met. */
export function describeNeed(need: Need): AccessNeed {
  const id = need.replace(/^not /, '');
  const [kind = '', ...about] = id.split(' ');
  const words = kinds[kind];
  const what = words?.what(about.join(' ')) ?? { ja: id, en: id };
  const negated = { ja: `${what.ja}(拒否の条件に当たらないこと)`, en: `${what.en}, outside of what a Deny asks for` };
  return { id: need, what: need === id ? what : negated, ...(words?.operation && { operation: words.operation }) };
}

import type { Text } from '../../model/text.ts';
import { lastPart } from '../../model/last-part.ts';
import { existingResourceTechniques } from './escalation/existing-resource-techniques.ts';
import { newResourceTechniques } from './escalation/new-resource-techniques.ts';
import type { Step } from './escalation/step.ts';

type Say = (actor: string, target: string) => Text;

/** What each technique on identities does, in words. */
const identityTechniques: Readonly<Record<string, Say>> = {
  'iam-001': (a, t) => ({
    ja: `${a} がポリシー ${t} に全権限の新しい版を作る`,
    en: `${a} publishes a version of policy ${t} that allows everything`,
  }),
  'iam-002': (a, t) => ({
    ja: `${a} がユーザー ${t} のアクセスキーを作る`,
    en: `${a} creates an access key of user ${t}`,
  }),
  'iam-003': (a, t) => ({
    ja: `${a} がユーザー ${t} のキーを消して新しいキーを作る`,
    en: `${a} deletes a key of user ${t} and creates a new one`,
  }),
  'iam-004': (a, t) => ({ ja: `${a} がユーザー ${t} のパスワードを作る`, en: `${a} gives user ${t} a password` }),
  'iam-005': (a, t) => ({
    ja: `${a} がロール ${t} に全権限のインラインポリシーを書く`,
    en: `${a} writes an inline policy on role ${t} that allows everything`,
  }),
  'iam-006': (a, t) => ({
    ja: `${a} がユーザー ${t} のパスワードを変える`,
    en: `${a} changes the password of user ${t}`,
  }),
  'iam-007': (a, t) => ({
    ja: `${a} がユーザー ${t} に全権限のインラインポリシーを書く`,
    en: `${a} writes an inline policy on user ${t} that allows everything`,
  }),
  'iam-008': (a, t) => ({
    ja: `${a} がユーザー ${t} に管理者ポリシーを付ける`,
    en: `${a} attaches an administrator policy to user ${t}`,
  }),
  'iam-009': (a, t) => ({
    ja: `${a} がロール ${t} に管理者ポリシーを付ける`,
    en: `${a} attaches an administrator policy to role ${t}`,
  }),
  'iam-010': (a, t) => ({
    ja: `${a} が自分のグループ ${t} に管理者ポリシーを付ける`,
    en: `${a} attaches an administrator policy to the group ${t}`,
  }),
  'iam-011': (a, t) => ({
    ja: `${a} が自分のグループ ${t} に全権限のインラインポリシーを書く`,
    en: `${a} writes an inline policy on the group ${t} that allows everything`,
  }),
  'iam-012': (a, t) => ({
    ja: `${a} がロール ${t} の信頼ポリシーを書き換えて引き受ける`,
    en: `${a} rewrites the trust policy of role ${t} and assumes it`,
  }),
  'iam-013': (a, t) => ({ ja: `${a} がグループ ${t} に加わる`, en: `${a} joins the group ${t}` }),
  'iam-022': (a, t) => ({
    ja: `${a} がユーザー ${t} のアクセス許可境界を外す`,
    en: `${a} removes the permissions boundary of user ${t}`,
  }),
  'iam-023': (a, t) => ({
    ja: `${a} がロール ${t} のアクセス許可境界を外す`,
    en: `${a} removes the permissions boundary of role ${t}`,
  }),
  'sts-001': (a, t) => ({ ja: `${a} がロール ${t} を引き受ける`, en: `${a} assumes role ${t}` }),
  'x-create-role': (a, t) => ({
    ja: `${a} が全権限のロール(例: ${t})を作って引き受ける`,
    en: `${a} creates a role with full access (say ${t}) and assumes it`,
  }),
  'x-create-user': (a, t) => ({
    ja: `${a} が全権限のユーザー(例: ${t})を作ってその認証情報を得る`,
    en: `${a} creates a user with full access (say ${t}) and takes credentials of it`,
  }),
  'x-deny-removal': (a, t) => ({
    ja: `${a} が ${t} から拒否のポリシーを外す`,
    en: `${a} takes a policy that denies off ${t}`,
  }),
  'x-edit-boundary-policy': (a, t) => ({
    ja: `${a} がアクセス許可境界のポリシー ${t} を書き換える`,
    en: `${a} rewrites the boundary policy ${t}`,
  }),
  'x-mfa-bypass': (a, t) => ({
    ja: `${a} がユーザー ${t} のMFAデバイスを外してパスワードを変える`,
    en: `${a} takes the MFA device off user ${t} and changes the password`,
  }),
  'x-reactivate-key': (a, t) => ({
    ja: `${a} がユーザー ${t} の無効なキーを有効に戻す`,
    en: `${a} reactivates a key of user ${t}`,
  }),
  'x-replace-boundary': (a, t) => ({
    ja: `${a} が ${t} のアクセス許可境界を緩いものに替える`,
    en: `${a} replaces the permissions boundary of ${t} by a wide one`,
  }),
  'x-set-default-policy-version': (a, t) => ({
    ja: `${a} がポリシー ${t} の別の版を有効にする`,
    en: `${a} puts another version of policy ${t} in force`,
  }),
  'x-tag-self': (a, t) => ({
    ja: `${a} が ${t} のタグを条件に合わせて変える`,
    en: `${a} sets the tags of ${t} to what a condition asks for`,
  }),
};

/** What happens in a step, in words. */
export function describeStep({ technique: known, done, actor, target }: Step): Text {
  const technique = done ?? known;
  const [a, t] = [lastPart(actor), lastPart(target)];
  const made = newResourceTechniques.find(({ id }) => id === technique);
  if (made) {
    const { thing } = made;
    return {
      ja: `${a} がロール ${t} を渡した${thing.ja}を新しく動かす`,
      en: `${a} runs a new ${thing.en} with role ${t}`,
    };
  }
  const used = existingResourceTechniques.find(({ id }) => id === technique);
  if (used) {
    return {
      ja: `${a} がロールを持つ ${t} に自分の処理をさせる`,
      en: `${a} makes ${t} do its own work with the role it runs as`,
    };
  }
  return identityTechniques[technique]?.(a, t) ?? { ja: technique, en: technique };
}

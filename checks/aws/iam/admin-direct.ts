import { holdersEvidence } from '../../../lib/model/aws/holders-evidence.ts';
import type { HeldPolicy, PrincipalAccess, StatementPlace } from '../../../lib/model/aws/principal-access.ts';
import { principalResource } from '../../../lib/model/aws/principal-resource.ts';
import { statementRef } from '../../../lib/model/aws/statement-ref.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';
import { lastPart } from '../../../lib/model/last-part.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-admin-direct',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: '利用者・ロールに全権限が付与されている',
    en: 'A user or role has full access',
  },
  why: {
    ja: 'すべての操作をすべてのリソースに許可された利用者・ロールは、乗っ取られるとアカウント全体を失います。グループ経由のポリシー、複数のステートメントの合計、アクセス許可境界、SCPの許可リスト、拒否、条件を含めた有効な権限で判定します。条件付き(多要素認証など)の全権限は深刻度を下げて指摘します。管理者ロールは必要ですが、数を絞り、例外として承認してください。',
    en: 'Whoever may do everything loses the whole account when taken over. Effective permissions decide: policies through groups, statements taken together, the permissions boundary, SCPs that are lists of what is allowed, denials and conditions. Full access under a condition (MFA, say) is reported with a lower severity. Some administrator role is needed: keep them few, and approve them as exceptions.',
  },
  fix: {
    ja: 'ポリシーを外し、必要な作業に絞った権限を、グループかIAM Identity Centerの許可セットで付与します。',
    en: 'Take the policy off, and grant what the work needs through a group or an IAM Identity Center permission set.',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': { principals } }, { unit }) =>
    principals
      .filter(({ isServiceLinked }) => !isServiceLinked)
      .flatMap((principal) => judge(principal, principalResource(unit, principal))),
});

function judge(principal: PrincipalAccess, resource: Resource): readonly Judgement[] {
  const { verdict, grantedBy, steps, unreadPolicies } = principal;
  const isConditional = verdict === 'conditional' && steps.length === 0;
  if (verdict === 'direct' || isConditional) {
    const ids = [...new Set(grantedBy.map(({ policy }) => policy))];
    return ids.map((id) =>
      failure(
        principal,
        resource,
        grantedBy.filter(({ policy }) => policy === id),
      ),
    );
  }
  if (unreadPolicies.length === 0 || verdict === 'proven') return [{ status: 'pass', resource }];
  const message = `the document of ${unreadPolicies.join(', ')} was not read`;
  const operation = 'iam:GetAccountAuthorizationDetails';
  return [{ status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } }];
}

function failure(principal: PrincipalAccess, resource: Resource, places: readonly StatementPlace[]): Failed {
  const { name, needs, policies } = principal;
  const [first, ...rest] = places;
  if (!first) throw new TypeError(`nothing grants ${principal.arn} what it has`);
  const held = policies.find(({ id }) => id === first.policy);
  const through = held?.group ? lastPart(held.group) : undefined;
  const [remediation, ...others] = remedies(principal, held);
  return {
    status: 'fail',
    severity: severityOf(principal),
    resource,
    discriminator: held?.kind === 'inline' && !held.group ? `${principal.arn}#${first.policyName}` : first.policy,
    detail: detailOf(
      name,
      first.policyName,
      through,
      needs.map(({ what }) => what),
    ),
    evidence: [evidence(first), ...rest.map(evidence), ...holdersEvidence(principal)],
    remediation: [remediation, ...others],
  };
}

/** A user's long-term credentials make it worst; roles are what administrators should use. */
function severityOf({ kind, needs, isIdentityCenter }: PrincipalAccess): Severity {
  if (isIdentityCenter) return 'low';
  return kind === 'role' || needs.length > 0 ? 'medium' : 'high';
}

function detailOf(name: string, policy: string, group: string | undefined, needs: readonly Text[]): Text {
  const given = { ja: needs.map(({ ja }) => ja).join('、'), en: needs.map(({ en }) => en).join(' and ') };
  return {
    ja: `${name} は${group ? `グループ ${group} の` : ''}ポリシー ${policy} で全権限を持ちます${given.ja && `(条件: ${given.ja})`}。`,
    en: `${name} has full access by policy ${policy}${group ? ` of group ${group}` : ''}${given.en && `, given ${given.en}`}.`,
  };
}

function evidence(place: StatementPlace): Failed['evidence'][number] {
  const { policyName, statement } = place;
  return {
    what: {
      ja: `ポリシー ${policyName} の${statement + 1}番目のステートメントが、すべてのリソースへの操作を許可している`,
      en: `Statement ${statement + 1} of policy ${policyName} allows actions on every resource`,
    },
    operation: 'iam:GetAccountAuthorizationDetails',
    ref: statementRef(place),
  };
}

function remedies(
  { kind, name, isIdentityCenter }: PrincipalAccess,
  held: HeldPolicy | undefined,
): readonly [Remediation, ...Remediation[]] {
  if (isIdentityCenter || !held) {
    const set = /^AWSReservedSSO_(.+)_[0-9a-f]+$/.exec(name)?.[1] ?? name;
    return [
      {
        kind: 'console',
        text: {
          ja: `IAM Identity Centerの許可セット ${set} のこのアカウントへの割り当てを見直し、不要な割り当てを外すか、許可セットの権限を狭めます。`,
          en: `Review who is assigned the IAM Identity Center permission set ${set} in this account: remove assignments, or narrow the set.`,
        },
      },
    ];
  }
  if (held.group) {
    const text = command`aws iam remove-user-from-group --user-name ${name} --group-name ${lastPart(held.group)}`;
    return [{ kind: 'aws-cli', text }];
  }
  const flag = `--${kind}-name`;
  const text =
    held.kind === 'managed'
      ? `aws iam detach-${kind}-policy ${flag}${command` ${name} --policy-arn ${held.id}`}`
      : `aws iam delete-${kind}-policy ${flag}${command` ${name} --policy-name ${held.name}`}`;
  return [{ kind: 'aws-cli', text }];
}

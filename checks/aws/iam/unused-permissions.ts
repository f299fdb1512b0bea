import { narrowPolicyCommands } from '../../../lib/model/aws/narrow-policy-commands.ts';
import { principalResource } from '../../../lib/model/aws/principal-resource.ts';
import { unusedEvidence } from '../../../lib/model/aws/unused-evidence.ts';
import type { PolicyChange, PrincipalUse, UnknownUse } from '../../../lib/model/aws/unused-permissions.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Text } from '../../../lib/model/text.ts';
import type { Unit } from '../../../lib/model/unit.ts';

export default defineCheck({
  id: 'aws-unused-permissions',
  clauses: ['7.3', '7.4'],
  severity: 'medium',
  title: {
    ja: '利用者・ロールに使われていない権限が付与されている',
    en: 'A user or role holds permissions that it does not use',
  },
  why: {
    ja: '使わない権限は業務の役に立たず、乗っ取られたときの被害を広げます。IAMの最終アクセス情報（拒否された試行も含む。約4時間遅れで、少なくとも過去400日）により、変更できるサービスが基準の日数より長く使われていなければ不合格とします。読み取りだけのサービスは数えません。サービスがすべて使われていても、記録のある変更操作の過半が使われていなければ、重大度を下げて指摘します。作成・変更から日の浅い利用者、ロール、自作の管理ポリシーは判定せず、サービスにリンクされたロール、IAM Identity Centerのロール（直すのは許可セット）、400日使われていないロールは対象外です。1回の点検で、権限の広い順にアカウントごとに最大100件を調べ、残りは判定しません（件数は coverage.json に示します）。1件につきAPIを2回以上呼び出して数秒かかり、料金はかかりません。IAM Access Analyzerの未使用アクセスの検出結果は用いません。',
    en: 'Permissions that nobody uses serve no work, and widen the harm of a takeover. Judged by the last accessed information of IAM (tries that were denied included, some four hours late, for at least 400 days): a service that can be changed and was not used for longer than the standard allows is a fault; services that can only be read do not count. Where every service is used, but more than half of the tracked changing actions are not, the severity is low. Users, roles and managed policies of your own that were made or changed lately are not judged; service-linked roles, roles of IAM Identity Center (the permission set is to be mended) and roles unused for 400 days are left out. One scan asks about at most 100 users and roles of an account, those with the widest permissions first, and the others are not judged (coverage.json says how many); each takes two calls or more and some seconds, free of charge. Findings of IAM Access Analyzer on unused access are not read.',
  },
  fix: {
    ja: '年に一度しか行わない業務がないかを責任者に確かめてから、示されたポリシーを適用します。このポリシーは、使われた操作とIAMが記録しない操作だけを残し、リソース、条件、拒否は元のままで、元のポリシーより広くなることはありません。iam:PassRoleの使用は記録されないため残します。実際に渡すロールに絞ってください。',
    en: 'Ask the owner about work that is done once a year, and apply the suggested policy. It keeps what was used and what IAM does not track, leaves resources, conditions and denials as they are, and never allows more than before. The use of iam:PassRole is not tracked, so it stays: limit it to the roles that are passed.',
  },
  reads: ['aws.unusedPermissions'],
  find: ({ 'aws.unusedPermissions': { principals, unknown } }, { unit }) => [
    ...principals.map((principal) => judge(principal, unit)),
    ...unknown.map((principal) => undecided(principal, unit)),
  ],
});

function judge(principal: PrincipalUse, unit: Unit): Judgement {
  const { unusedServices, unusedChanging, changing } = principal;
  const resource = principalResource(unit, principal);
  const holdsUnused = unusedServices.some(({ level }) => level !== 'reads');
  // One leftover among several is how people work; most of what is held being unused is a policy that is too wide.
  if (!holdsUnused && unusedChanging.length * 2 <= changing) return { status: 'pass', resource };
  return {
    status: 'fail',
    resource,
    ...(!holdsUnused && { severity: 'low' as const }),
    detail: holdsUnused ? servicesText(principal) : actionsText(principal),
    evidence: unusedEvidence(principal),
    remediation: remediesOf(principal),
  };
}

function servicesText({ name, usedServices, unusedServices }: PrincipalUse): Text {
  const all = usedServices.length + unusedServices.length;
  return {
    ja: `${name} に許可された、使用が記録される${all}サービスのうち、使われているのは${usedServices.length}サービスです。`,
    en: `${name} uses ${usedServices.length} of the ${all} services that it is allowed and whose use is on record.`,
  };
}

function actionsText({ name, unusedChanging, changing }: PrincipalUse): Text {
  return {
    ja: `${name} に許可された、使用が記録される変更操作${changing}個のうち、${unusedChanging.length}個が使われていません。`,
    en: `${name} did not use ${unusedChanging.length} of the ${changing} changing actions that it is allowed and whose use is on record.`,
  };
}

function undecided(principal: UnknownUse, unit: Unit): Judgement {
  const { name, policy } = principal;
  const [operation, message] = policy
    ? ['iam:GetAccountAuthorizationDetails', `the answer does not hold the document of ${policy}`]
    : ['iam:GetServiceLastAccessedDetails', `what ${name} uses was not read`];
  return {
    status: 'unknown',
    resource: principalResource(unit, principal),
    unread: { operation, code: 'NotCollected', message },
  };
}

function remediesOf(principal: PrincipalUse): readonly [Remediation, ...Remediation[]] {
  const notes = principal.changes
    .filter(({ by }) => by === 'service')
    .map((change): Remediation => ({ kind: 'console', text: lengthText(change) }));
  if (principal.changes.length === 0 && principal.leaves.length === 0) return [{ kind: 'console', text: byHand }];
  return [{ kind: 'aws-cli', text: narrowPolicyCommands(principal).join('\n') }, ...notes];
}

/** Where the statement that allows it cannot be read, it cannot be rewritten either. */
const byHand: Text = {
  ja: 'ポリシーに解釈できないステートメントがあります。IAMコンソールで直し、使われていないサービスを除きます。',
  en: 'A statement of the policy cannot be understood: mend it in the IAM console, and leave out the services that are not used.',
};

function lengthText({ policy, tooLong }: PolicyChange): Text {
  if (tooLong === undefined) {
    return {
      ja: `ポリシー ${policy.name} は、操作ごとに絞ると文字数の上限を超えるため、サービスごとに絞っています。`,
      en: `Policy ${policy.name} is narrowed by service: by action it would be longer than IAM takes.`,
    };
  }
  return {
    ja: `ポリシー ${policy.name} は、サービスごとに絞っても${tooLong}文字あり、上限の6,144文字を超えます。要らないサービスをさらに除くか、複数のポリシーに分けてから適用します。`,
    en: `Policy ${policy.name} has ${tooLong} characters even when narrowed by service, and IAM takes 6,144: leave out more services, or divide it, before you apply it.`,
  };
}

import { denyCommand } from '../../../lib/model/aws/deny-command.ts';
import { holdersEvidence } from '../../../lib/model/aws/holders-evidence.ts';
import type { AccessNeed, AccountAccess, PrincipalAccess } from '../../../lib/model/aws/principal-access.ts';
import { principalResource } from '../../../lib/model/aws/principal-resource.ts';
import { statementRef } from '../../../lib/model/aws/statement-ref.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Failed, Judgement, Remediation, Undecided } from '../../../lib/model/judgement.ts';
import { lastPart } from '../../../lib/model/last-part.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-admin-equivalent',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: '管理者ではないのに管理者になれる利用者・ロールがある',
    en: 'A user or role that is no administrator can become one',
  },
  why: {
    ja: '管理者の権限を直接持たなくても、ポリシーの書き換え、ロールの引き受け、サービスへのロールの受け渡しなどを重ねて全権限に至れる利用者は、管理者と同じです。乗っ取られたときの被害も同じなのに、権限の一覧には表れません。有効な権限(グループ、アクセス許可境界、SCP、条件、拒否を含む)を評価し、1手ごとにそれを許すステートメントを示せる経路だけを指摘します。スナップショットから分からない条件(多要素認証、呼び出し元のネットワークなど)が要る経路は、条件を挙げて重大度を下げます。直接の管理者は aws-admin-direct が扱います。',
    en: 'Whoever gets to full access by rewriting policies, assuming roles or passing roles to services is as powerful as an administrator, and as dangerous when taken over, yet no list of permissions shows it. Effective permissions are evaluated (groups, permissions boundaries, SCPs, conditions, denials), and only chains are reported whose every step comes with the statement that allows it. A chain that needs what a snapshot does not show (MFA, the network of the caller) names it, and is less severe. Who has full access without a step is judged by aws-admin-direct.',
  },
  fix: {
    ja: '経路の最初の一手を許すステートメントを、必要なリソースと操作だけに狭めます。すぐに断つには、指摘にある拒否ポリシーを付けます。',
    en: 'Narrow the statement that allows the first step to the resources and actions that the work needs. To break the chain at once, add the denial that the finding gives.',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': access }, { unit }) =>
    access.principals
      .filter(({ isServiceLinked, verdict }) => !isServiceLinked && verdict !== 'direct')
      .filter(({ verdict, steps }) => verdict !== 'conditional' || steps.length > 0)
      .map((principal) => judge(principal, principalResource(unit, principal), access)),
});

function judge(principal: PrincipalAccess, resource: Resource, access: AccountAccess): Judgement {
  const { verdict, needs } = principal;
  const unread = needs.find(({ operation }) => operation !== undefined) ?? needs.find(({ id }) => isUnseen(id));
  if (verdict === 'proven') return failure(principal, resource, access);
  if (unread) return undecided(resource, unread);
  return verdict === 'conditional' ? failure(principal, resource, access) : { status: 'pass', resource };
}

/** What stands in a snapshot that knows more, or can only be looked up by a person. */
function isUnseen(need: string): boolean {
  return /^(resource|exists|(not )?malformed) /.test(need);
}

function undecided(resource: Resource, { what, operation }: AccessNeed): Undecided {
  return {
    status: 'unknown',
    resource,
    unread: {
      operation: operation ?? 'iam:GetAccountAuthorizationDetails',
      code: 'NotCollected',
      message: `whether it can become an administrator depends on ${what.en}`,
    },
  };
}

function failure(principal: PrincipalAccess, resource: Resource, access: AccountAccess): Failed {
  const { steps, needs } = principal;
  const [first, ...rest] = [
    ...steps.flatMap(stepEvidence),
    ...holdersEvidence(principal),
    ...access.upperBound.map(limit),
  ];
  if (!first) throw new TypeError(`a chain of ${principal.arn} has no step`);
  return {
    status: 'fail',
    resource,
    ...(needs.length > 0 && { severity: 'medium' as const }),
    detail: detailOf(principal),
    evidence: [first, ...rest],
    remediation: [...remedies(principal), ...atTheEnd(principal, access)],
  };
}

function detailOf({ name, steps, needs }: PrincipalAccess): Text {
  const stops = [name, ...steps.flatMap(({ actor, target }) => [lastPart(actor), lastPart(target)])];
  const chain = stops.filter((each, at) => each !== stops[at - 1]);
  const path = chain.length > 1 ? `: ${chain.join(' → ')}` : '';
  if (needs.length === 0) {
    return {
      ja: `${name} は ${steps.length} 手で管理者になれます${path}`,
      en: `${name} can become an administrator in ${steps.length === 1 ? 'one step' : `${steps.length} steps`}${path}`,
    };
  }
  return {
    ja: `${name} は次の条件がそろえば管理者になれます(${needs.map(({ what }) => what.ja).join('、')})${path}`,
    en: `${name} can become an administrator, given ${needs.map(({ what }) => what.en).join(' and ')}${path}`,
  };
}

/** What each call of a step rests on: the statement that allows it. */
function stepEvidence({ technique, what, calls, target }: PrincipalAccess['steps'][number], at: number): Evidence[] {
  const seen = new Set<string>();
  return calls
    .filter(({ action, resource }) => !seen.has(`${action} ${resource}`) && seen.add(`${action} ${resource}`))
    .map(({ action, resource, allowedBy }, call) => {
      const by = allowedBy.map(({ policyName }) => policyName).join(', ');
      // What a step does is said once, and of its other calls only what they are.
      const [ja, en] =
        call === 0 ? [`: ${what.ja} [${technique}]`, `: ${what.en} [${technique}]`] : ['(続き):', ', also:'];
      return {
        what: {
          ja: `${at + 1}手目${ja} ${action} (${resource})${by && `、許可: ${by}`}`,
          en: `Step ${at + 1}${en} ${action} on ${resource}${by && `, allowed by ${by}`}`,
        },
        operation: 'iam:GetAccountAuthorizationDetails',
        ref: allowedBy[0] ? statementRef(allowedBy[0]) : target,
      };
    });
}

function limit({ what, operation }: AccessNeed): Evidence {
  return {
    what: { ja: `上限としての判定: ${what.ja}`, en: `This is an upper bound, for want of ${what.en}` },
    operation: operation ?? 'iam:GetAccountAuthorizationDetails',
    ref: 'organization',
  };
}

function remedies(principal: PrincipalAccess): readonly [Remediation, ...Remediation[]] {
  const { steps, arn, isIdentityCenter } = principal;
  const own = steps.find(({ actor }) => actor === arn) ?? steps[0];
  const call = own?.calls[0];
  const place = call?.allowedBy[0];
  const narrow: Remediation = {
    kind: 'console',
    text: {
      ja: `${place ? `ポリシー ${place.policyName} の${place.sid ? `ステートメント ${place.sid}` : `${place.statement + 1}番目のステートメント`}` : '信頼ポリシー'}で、${call?.action ?? ''} の対象を必要なリソースに限ります。`,
      en: `In ${place ? `policy ${place.policyName}, ${place.sid ? `statement ${place.sid}` : `statement ${place.statement + 1}`}` : 'the trust policy'}, limit ${call?.action ?? ''} to the resources that the work needs.`,
    },
  };
  if (isIdentityCenter || !call) {
    return [
      narrow,
      {
        kind: 'console',
        text: {
          ja: 'このロールはIAM Identity Centerの許可セットから作られています。許可セットのインラインポリシーに拒否を加え、プロビジョニングし直します。',
          en: 'This role comes from an IAM Identity Center permission set: add the denial to its inline policy, and provision it again.',
        },
      },
    ];
  }
  // What does not exist yet has any name.
  const resource = own?.technique.startsWith('x-create-') ? '*' : call.resource;
  return [{ kind: 'aws-cli', text: denyCommand(principal, [call.action], resource) }, narrow];
}

/** What breaks the chain at its last step: for everybody who comes that way, and often with less harm to what is meant. */
function atTheEnd({ steps, arn }: PrincipalAccess, { principals }: AccountAccess): readonly Remediation[] {
  const last = steps.at(-1);
  const call = last?.calls[0];
  const actor = principals.find((each) => each.arn === last?.actor);
  if (!call || !actor || actor.arn === arn || actor.isIdentityCenter || actor.isServiceLinked) return [];
  return [
    {
      kind: 'console',
      text: {
        ja: `または、最後の一手を断ちます。${actor.name} を通る経路がすべて閉じます。`,
        en: `Or break the last step, which closes every chain that leads through ${actor.name}:`,
      },
    },
    { kind: 'aws-cli', text: denyCommand(actor, [call.action], call.resource) },
  ];
}

import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { IamEntities, IamEntity, ManagedPolicy, PolicyDocument } from '../../../lib/model/aws/iam-entities.ts';
import { permissionSetOf } from '../../../lib/model/aws/permission-set-role.ts';
import { wideStatements } from '../../../lib/model/aws/wide-statement.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Text } from '../../../lib/model/text.ts';
import type { Unit } from '../../../lib/model/unit.ts';

export default defineCheck({
  id: 'aws-wildcard-policy',
  clauses: ['7.3', '12.3'],
  severity: 'medium',
  title: {
    ja: 'ポリシーがサービスのすべての操作をすべてのリソースに許可している',
    en: 'A policy allows all of a service on every resource',
  },
  why: {
    ja: '必要な操作とリソースを挙げないポリシーは、最小権限ではありません。NotActionやNotResourceによる許可は、後から増えるサービスにも及びます。付与されている自作のポリシーを、条件のない文について調べます。IAMやKMSなどほかを守るサービスに及ぶものは重大度を上げます。ほかのポリシーによる拒否は考慮せず、すべてを許可するポリシーは対象外です。',
    en: 'A policy that does not name the actions and resources it needs is not least privilege. One that allows by NotAction or NotResource reaches services that are yet to come. Judged are statements without a condition, in policies of your own that somebody holds; those that reach IAM, KMS and other services that guard the rest are graver. Denials elsewhere are not regarded, and a policy that allows everything is not judged here.',
  },
  fix: {
    ja: '実際に使われている操作とリソースを調べ、それだけを許可するようにポリシーを書き換えます。',
    en: 'Find out which actions and resources are used, and rewrite the policy so that it allows only those.',
  },
  reads: ['aws.iamEntities'],
  find: ({ 'aws.iamEntities': entities }, { unit }) => [...managed(entities, unit), ...inline(entities, unit)],
});

/** The customer's own policies that somebody holds; AWS's cannot be changed. */
function managed({ users, groups, roles, policies }: IamEntities, unit: Unit): Judgement[] {
  const held = new Set([...users, ...groups, ...roles].flatMap(({ attached }) => attached.map(({ arn }) => arn)));
  return policies
    .filter(({ arn }) => held.has(arn) && !/^arn:[\w-]+:iam::aws:/.test(arn))
    .map((policy) =>
      judgeManaged(policy, awsResource(unit, { type: 'iam-policy', id: policy.arn, name: policy.name })),
    );
}

function judgeManaged({ arn, name, document }: ManagedPolicy, resource: Resource): Judgement {
  if (!document) {
    const message = `the answer does not hold the document of ${arn}`;
    const unread = { operation: 'iam:GetAccountAuthorizationDetails', code: 'NotCollected', message };
    return { status: 'unknown', resource, unread };
  }
  const version = `"$(${command`aws iam get-policy --policy-arn ${arn}`} --query Policy.DefaultVersionId --output text)"`;
  const commands = [
    `${command`aws iam get-policy-version --policy-arn ${arn}`} --version-id ${version} --query PolicyVersion.Document > policy.json`,
    command`aws iam create-policy-version --policy-arn ${arn} --policy-document file://policy.json --set-as-default`,
  ];
  const subject = { ja: `ポリシー ${name}`, en: `Policy ${name}` };
  return judge(document, { resource, ref: arn, subject, commands }) ?? { status: 'pass', resource };
}

/** Policies embedded in users, groups and roles; those of service-linked roles cannot be changed. */
function inline({ users, groups, roles }: IamEntities, unit: Unit): Judgement[] {
  const own = roles.filter(({ path }) => !path.startsWith('/aws-service-role/'));
  return [
    ...users.flatMap((user) => judgeInline(user, 'user', unit)),
    ...groups.flatMap((group) => judgeInline(group, 'group', unit)),
    ...own.flatMap((role) => judgeInline(role, 'role', unit)),
  ];
}

function judgeInline(entity: IamEntity, kind: 'user' | 'group' | 'role', unit: Unit): readonly Judgement[] {
  if (entity.inline.length === 0) return [];
  const resource = awsResource(unit, { type: `iam-${kind}`, id: entity.arn, name: entity.name });
  const failures = entity.inline.flatMap(({ name, document }) => {
    const target = command`--${kind}-name ${entity.name} --policy-name ${name}`;
    const ownCommands = [
      `aws iam get-${kind}-policy ${target} --query PolicyDocument > policy.json`,
      `aws iam put-${kind}-policy ${target} --policy-document file://policy.json`,
    ];
    const commands = permissionSetOf(entity) === undefined ? ownCommands : permissionSetCommands;
    const subject = {
      ja: `${entity.name} のインラインポリシー ${name}`,
      en: `The inline policy ${name} of ${entity.name}`,
    };
    return judge(document, { resource, ref: `${entity.arn}#${name}`, subject, commands }) ?? [];
  });
  return failures.length > 0 ? failures : [{ status: 'pass', resource }];
}

/** IAM Identity Center alone changes its roles, by their permission set. */
const permissionSetTarget = '--instance-arn "$INSTANCE_ARN" --permission-set-arn "$PERMISSION_SET_ARN"';
const permissionSetCommands = [
  `aws sso-admin get-inline-policy-for-permission-set ${permissionSetTarget} --query InlinePolicy --output text > policy.json`,
  `aws sso-admin put-inline-policy-to-permission-set ${permissionSetTarget} --inline-policy file://policy.json`,
  `aws sso-admin provision-permission-set ${permissionSetTarget} --target-type ALL_PROVISIONED_ACCOUNTS`,
];

interface Held {
  readonly resource: Resource;
  readonly ref: string;
  readonly subject: Text;
  /** Fetch the policy to a file, and put it back once a person has narrowed it. */
  readonly commands: readonly string[];
}

function judge(document: PolicyDocument, { resource, ref, subject, commands }: Held): Failed | undefined {
  const wide = wideStatements(document);
  const [first, ...rest] = wide.map(({ name, pattern }) => ({
    what: {
      ja: `ステートメント ${name} が ${pattern} を条件なしで許可する`,
      en: `Statement ${name} allows ${pattern} without a condition`,
    },
    operation: 'iam:GetAccountAuthorizationDetails',
    ref: `${ref}#${name}`,
  }));
  if (!first) return undefined;
  const patterns = [...new Set(wide.map(({ pattern }) => pattern))].join(', ');
  return {
    status: 'fail',
    resource,
    discriminator: ref,
    ...(wide.some(({ reachesGuards }) => reachesGuards) && { severity: 'high' }),
    detail: {
      ja: `${subject.ja} は、操作やリソースを絞らずに許可しています（${patterns}）。`,
      en: `${subject.en} allows without narrowing actions or resources (${patterns}).`,
    },
    evidence: [first, ...rest],
    remediation: [{ kind: 'aws-cli', text: commands.join('\n') }],
  };
}

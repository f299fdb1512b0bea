import type { Evidence, Failed, Judgement } from '../judgement.ts';
import type { Resource } from '../resource.ts';
import type { Severity } from '../severity.ts';
import type { Standard } from '../standard.ts';
import type { Text } from '../text.ts';
import type { Unit } from '../unit.ts';
import { awsResource, regionResource } from './aws-resource.ts';
import { connectionRelation, type KnownAccounts } from './connection-relation.ts';
import { labelled } from './labelled.ts';
import type { OrganizationMembers } from './organization-members.ts';
import type { PolicyKind } from './resource-policy.ts';
import type { ResourceShare, ShareKind, SharedResource } from './resource-share.ts';
import { rewritePolicy } from './rewrite-policy.ts';

/** The accounts that a unit's resources may be shared with: its own, the organization's, and those that the standard trusts. */
export function accountsKnownTo(unit: Unit, organization: OrganizationMembers, standard: Standard): KnownAccounts {
  const trusted = new Set(standard.trustedAccounts.map(({ id }) => id));
  return { own: regionResource(unit).account, organization, trusted };
}

/**
 * A resource by whom its policy lets in: it fails for anybody and for accounts that nobody approved of, and is unknown where
 * the policy was not read, or where nobody can tell whom it means.
 */
export function judgeShares(shared: SharedResource, unit: Unit, known: KnownAccounts): Judgement {
  const { kind, arn, id, name, shares, operation } = shared;
  const label = id === arn || id.startsWith('https://') ? name : labelled(id, name);
  const resource = awsResource(unit, { type: kind, id: arn, name: label });
  const relations = shares.map((share) => ({ share, relation: relationTo(share, known) }));
  const [first, ...rest] = relations.flatMap(({ share, relation }) => (relation === 'stranger' ? [share] : []));
  if (first) return failure(shared, resource, [first, ...rest]);
  const [gap] = shared.unread;
  if (gap) return { status: 'unknown', resource, unread: gap };
  const unclear = relations.find(({ relation }) => relation === 'unclear')?.share;
  if (unclear) {
    const message = `statement ${unclear.statement + 1} of the policy may let in somebody from outside: ${unclear.who}`;
    return { status: 'unknown', resource, unread: { operation, code: 'NotUnderstood', message } };
  }
  const undetermined = relations.find(({ relation }) => relation === 'undetermined')?.share;
  if (!undetermined) return { status: 'pass', resource };
  const isAccount = undetermined.whom === 'account';
  const permission = isAccount ? 'organizations:ListAccounts' : 'organizations:DescribeOrganization';
  const message = isAccount
    ? `whether ${undetermined.who} belongs to the organization is not known: its accounts were not listed`
    : `whether ${undetermined.who} is the account's own organization is not known`;
  return { status: 'unknown', resource, unread: { operation: permission, code: 'NotCollected', message, permission } };
}

/** What somebody who is let in is to the account. */
function relationTo({ whom, who }: ResourceShare, known: KnownAccounts) {
  if (whom === 'unclear') return 'unclear';
  if (whom === 'undetermined-organization') return 'undetermined';
  if (whom !== 'account') return 'stranger';
  const relation = connectionRelation({ kind: 'account', id: who }, known);
  return relation === 'unknown-account' ? 'stranger' : relation;
}

type Shares = readonly [ResourceShare, ...ResourceShare[]];

function failure(shared: SharedResource, resource: Resource, shares: Shares): Failed {
  const { kind, name } = shared;
  const [first, ...rest] = shares;
  const whom = [...new Map(shares.map((each) => [`${each.whom} ${each.who}`, wordsOf(each)])).values()];
  const listed = (locale: 'ja' | 'en', between: string): string =>
    `${whom.slice(0, 5).map((each) => each[locale]).join(between)}${whom.length > 5 ? ` … (${whom.length})` : ''}`; // prettier-ignore
  const statements = [...new Map(shares.map((each) => [each.statement, each])).values()];
  const [one = first, ...others] = statements;
  return {
    status: 'fail',
    resource,
    severity: worst(shares),
    detail: {
      ja: `${kinds[kind].ja} ${name} は、リソースポリシーで組織の外に使用を許しています: ${listed('ja', '、')}`,
      en: `The policy of the ${kinds[kind].en} ${name} lets in from outside: ${listed('en', ', ')}`,
    },
    evidence: [evidenceOf(first, shared), ...rest.map((each) => evidenceOf(each, shared))],
    remediation: rewritePolicy(shared, resource.region, [one, ...others]),
  };
}

/** Anybody is worse than somebody, and somebody worse than whoever sits behind an address. */
function worst(shares: Shares): Severity {
  const whom = new Set<ShareKind>(shares.map((each) => each.whom));
  if (whom.has('anyone')) return 'high';
  return whom.size === 1 && whom.has('network') ? 'low' : 'medium';
}

function evidenceOf(share: ResourceShare, { operation, arn }: SharedResource): Evidence {
  const { statement, sid } = share;
  const { ja, en } = wordsOf(share);
  return {
    what: { ja: `ポリシーの${statement + 1}番目の文が許す相手: ${ja}`, en: `Statement ${statement + 1} lets in ${en}` },
    operation,
    ref: `${arn}#${sid ?? statement + 1}`,
  };
}

function wordsOf({ whom, who }: ResourceShare): Text {
  switch (whom) {
    case 'anyone':
      return { ja: '誰でも', en: 'anybody' };
    case 'network':
      return { ja: '特定のIPアドレスからなら誰でも', en: 'anybody from certain addresses' };
    case 'account':
      return { ja: `未承認のアカウント ${who}`, en: `the account ${who}, which nobody approved` };
    case 'organization':
    case 'undetermined-organization':
      return { ja: `別の組織 ${who}`, en: `another organization, ${who}` };
    case 'service':
      return { ja: `誰のためにも動くサービス ${who}（送信元の条件なし）`, en: `${who} on behalf of anybody` };
    case 'unclear':
      return { ja: `特定できない相手（${who}）`, en: `somebody (${who})` };
  }
}

const kinds: Readonly<Record<PolicyKind, Text>> = {
  'backup-vault': { ja: 'バックアップボールト', en: 'backup vault' },
  'ecr-registry': { ja: 'ECRレジストリ', en: 'ECR registry' },
  'ecr-repository': { ja: 'ECRリポジトリ', en: 'ECR repository' },
  'efs-file-system': { ja: 'EFSファイルシステム', en: 'EFS file system' },
  'kms-key': { ja: 'KMSキー', en: 'KMS key' },
  'lambda-function': { ja: 'Lambda関数', en: 'Lambda function' },
  's3-bucket': { ja: 'S3バケット', en: 'S3 bucket' },
  secret: { ja: 'シークレット', en: 'secret' },
  'sns-topic': { ja: 'SNSトピック', en: 'SNS topic' },
  'sqs-queue': { ja: 'SQSキュー', en: 'SQS queue' },
};

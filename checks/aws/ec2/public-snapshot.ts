import { awsResource, regionResource } from '../../../lib/model/aws/aws-resource.ts';
import { connectionRelation, type KnownAccounts } from '../../../lib/model/aws/connection-relation.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import type { SharedCopy, SharedKind } from '../../../lib/model/aws/shared-copy.ts';
import { unreadKinds } from '../../../lib/model/aws/unread-kinds.ts';
import { everybody, unshare } from '../../../lib/model/aws/unshare.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Failed, Judgement, Undecided } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-public-snapshot',
  clauses: ['12.3', '11.4'],
  severity: 'high',
  title: {
    ja: 'スナップショットやAMIが組織の外に共有されている',
    en: 'A snapshot or machine image is shared outside the organization',
  },
  why: {
    ja: 'スナップショットとAMIは、ディスクやデータベースの複製です。すべてのAWSアカウントに共有されたものは、世界中の誰でも自分のアカウントに復元でき、ネットワークの設定では守れません。公開されたスナップショットは常に探索されています。EBSスナップショット、AMI、手動のRDSスナップショット（Aurora、Neptune、DocumentDBのクラスターを含む）を調べ、名指しで共有された相手が、組織にも基準の trustedAccounts にもない場合は、重大度を下げて指摘します。リージョンのEBSスナップショットのパブリックアクセスブロックがすべての共有を止めていれば、公開とはみなしません。',
    en: 'Snapshots and images are copies of disks and databases. Whatever is shared with every AWS account can be restored by anybody in the world in an account of their own, and no network setting protects it; public snapshots are searched for all the time. EBS snapshots, machine images and manual RDS snapshots (those of Aurora, Neptune and DocumentDB clusters among them) are looked at. One that is shared by name with an account that is neither in the organization nor under trustedAccounts of the standard is found with a lower severity. Where Block Public Access for EBS snapshots blocks all sharing in the region, none counts as public.',
  },
  fix: {
    ja: '共有を取り消し、リージョンごとにEBSスナップショットとAMIのパブリックアクセスブロックを有効にします。公開されていた間に複製された可能性があるため、中の認証情報は失効させます。共有が必要な相手は基準の trustedAccounts に登録します。',
    en: 'Take the permission away, and enable Block Public Access for EBS snapshots and for AMIs in each region. Revoke credentials that were in it: it may have been copied while it was public. Name a partner with whom it must be shared under trustedAccounts of the standard.',
  },
  reads: ['aws.sharedCopies', 'aws.organizationMembers'],
  find: ({ 'aws.sharedCopies': { copies, unread }, 'aws.organizationMembers': organization }, { unit, standard }) => {
    const { account } = regionResource(unit);
    const trusted = new Set(standard.trustedAccounts.map(({ id }) => id));
    const known: KnownAccounts = { own: account, organization, trusted };
    return [
      ...copies.map((copy) => {
        const { kind, arn, id, name } = copy;
        return judge(copy, awsResource(unit, { type: kind, id: arn, name: labelled(id, name) }), known);
      }),
      ...unreadKinds(unit, unread),
    ];
  },
});

function judge(copy: SharedCopy, resource: Resource, known: KnownAccounts): Judgement {
  const { isPublic, isBlocked, sharedWith = [] } = copy;
  const relations = sharedWith.map((who) => ({ who, relation: relationTo(who, known) }));
  const strangers = relations.filter(({ relation }) => relation === 'unknown-account').map(({ who }) => who);
  const isOpen = isPublic && !isBlocked;
  // The block is of EBS snapshots alone, and decides whether the world gets in.
  const isBlockUnread = isPublic && copy.kind === 'ebs-snapshot' && isBlocked === undefined;
  if ((isOpen && !isBlockUnread) || strangers.length > 0) {
    return failure(copy, resource, [...(isOpen && !isBlockUnread ? [everybody] : []), ...strangers]);
  }
  if (isBlockUnread) return unreadAbout(resource, 'ec2:GetSnapshotBlockPublicAccessState', copy.id);
  const [gap] = copy.unread;
  if (gap) return { status: 'unknown', resource, unread: gap };
  const undetermined = relations.find(({ relation }) => relation === 'undetermined');
  return undetermined ? undecided(resource, undetermined.who) : { status: 'pass', resource };
}

/** An organization is known by its management account, which its ARN names. */
function relationTo(who: string, known: KnownAccounts) {
  const id = who.startsWith('arn:') ? (who.split(':')[4] ?? '') : who;
  return connectionRelation({ kind: 'account', id }, known);
}

function unreadAbout(resource: Resource, operation: string, id: string): Undecided {
  const message = `${operation} has no answer about ${id}`;
  return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
}

function undecided(resource: Resource, who: string): Undecided {
  const operation = 'organizations:ListAccounts';
  const message = `whether ${who} belongs to the organization is not known: its accounts were not listed`;
  return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message, permission: operation } };
}

function failure(copy: SharedCopy, resource: Resource, whom: readonly string[]): Failed {
  const { ja, en } = words[copy.kind];
  const isOpen = whom.includes(everybody);
  const shown: Evidence = {
    what: isOpen
      ? { ja: 'すべてのAWSアカウントに使用を許可', en: 'Every AWS account may use it' }
      : { ja: `使用を許可: ${listed(whom)}`, en: `These may use it: ${listed(whom)}` },
    operation: copy.operation,
    ref: copy.arn,
  };
  return {
    status: 'fail',
    resource,
    ...(!isOpen && { severity: 'medium' as const }),
    detail: isOpen
      ? {
          ja: `${ja} ${copy.name} は、すべてのAWSアカウントに共有されています。`,
          en: `The ${en} ${copy.name} is shared with every AWS account.`,
        }
      : {
          ja: `${ja} ${copy.name} は、組織外の未承認の相手に共有されています: ${listed(whom)}`,
          en: `The ${en} ${copy.name} is shared outside the organization, with somebody not approved: ${listed(whom)}`,
        },
    evidence: [shown],
    remediation: [unshare(copy, resource.region, whom)],
  };
}

function listed(whom: readonly string[]): string {
  const more = whom.length > 5 ? ` … (${whom.length})` : '';
  return `${whom.slice(0, 5).join(', ')}${more}`;
}

const words: Readonly<Record<SharedKind, Text>> = {
  'ebs-snapshot': { ja: 'EBSスナップショット', en: 'EBS snapshot' },
  'machine-image': { ja: 'AMI', en: 'machine image' },
  'rds-snapshot': { ja: 'RDSスナップショット', en: 'RDS snapshot' },
  'rds-cluster-snapshot': { ja: 'RDSクラスタースナップショット', en: 'RDS cluster snapshot' },
};

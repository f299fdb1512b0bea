import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { member, organization, stranger } from '../cases/connections.ts';
import { sharing } from '../cases/shared-copies.ts';
import { account, denied } from '../cases/units.ts';

/** The case in the organization whose accounts are known. */
const inOrganization = (given: CaseSnapshot): CaseSnapshot => ({
  ...given,
  responses: { ...given.responses, ...organization },
});
const everything = { public: ['all'], stranger: [stranger], member: [member], own: [account], nobody: [] };
const ofOrganization = (manager: string) => `arn:aws:organizations::${manager}:organization/o-abc1234567`;

/** The case without what was answered about one snapshot, which the scan chose not to ask about. */
function withoutAnswer(given: CaseSnapshot, SnapshotId: string): CaseSnapshot {
  const operation = 'ec2:DescribeSnapshotAttribute';
  const input = { SnapshotId };
  const about = given.responses?.[operation] as readonly { readonly input: typeof input }[];
  const rest = about.filter((each) => each.input.SnapshotId !== SnapshotId);
  const message = 'one scan asks about 1 only, and others came first';
  return {
    ...given,
    responses: { ...given.responses, [operation]: rest },
    errors: [{ operation, code: 'OverBudget', message, input }],
  };
}

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'EBSスナップショット: 誰でも、知らないアカウント、組織のアカウント、共有なし',
      en: 'EBS snapshots shared with everybody, a stranger, a member of the organization, and nobody',
    },
    given: inOrganization(sharing({ snapshots: everything })),
    expect: { public: 'fail', stranger: 'fail', member: 'pass', own: 'pass', nobody: 'pass' },
  },
  {
    name: {
      ja: 'RDSのスナップショットとクラスタースナップショット',
      en: 'Snapshots of RDS instances and clusters',
    },
    given: inOrganization(sharing({ databases: everything, clusters: { 'c-public': ['all', stranger], 'c-own': [] } })),
    expect: {
      public: 'fail',
      stranger: 'fail',
      member: 'pass',
      own: 'pass',
      nobody: 'pass',
      'c-public': 'fail',
      'c-own': 'pass',
    },
  },
  {
    name: {
      ja: 'AMI: 自組織全体への共有は合格、別の組織への共有は不合格',
      en: 'Images: sharing with the own organization passes, with another it does not',
    },
    given: inOrganization(
      sharing({
        images: {
          'ami-public': ['all'],
          'ami-organization': [ofOrganization(account)],
          'ami-other': [ofOrganization(stranger)],
          'ami-own': [],
        },
      }),
    ),
    expect: { 'ami-public': 'fail', 'ami-organization': 'pass', 'ami-other': 'fail', 'ami-own': 'pass' },
  },
  {
    name: {
      ja: '基準の trustedAccounts にあるアカウントへの共有',
      en: 'Sharing with an account that the standard trusts',
    },
    given: inOrganization(sharing({ snapshots: { partner: [stranger] } })),
    standard: { trustedAccounts: [{ id: stranger, name: 'partner' }] },
    expect: { partner: 'pass' },
  },
  {
    name: {
      ja: 'すべての共有を止めたリージョンでは公開とみなさないが、名指しの共有は残る',
      en: 'Where all public sharing is blocked none is public, but sharing by name goes on',
    },
    given: inOrganization(sharing({ snapshots: { public: ['all'], both: ['all', stranger] } }, 'block-all-sharing')),
    expect: { public: 'pass', both: 'fail' },
  },
  {
    name: {
      ja: '新規の共有だけを止めても、公開済みのものは公開のまま',
      en: 'Blocking new sharing leaves what is shared already',
    },
    given: inOrganization(sharing({ snapshots: { public: ['all'] } }, 'block-new-sharing')),
    expect: { public: 'fail' },
  },
  {
    name: {
      ja: '共有のブロックの状態が読めない',
      en: 'Whether sharing is blocked was not read',
    },
    given: denied(
      inOrganization(sharing({ snapshots: { public: ['all'], nobody: [] } })),
      'ec2:GetSnapshotBlockPublicAccessState',
    ),
    expect: { public: 'unknown', nobody: 'pass' },
  },
  {
    name: {
      ja: '組織のアカウントの一覧が読めなければ、名指しの共有だけが判定不能になる',
      en: 'Without the accounts of the organization only sharing by name is unknown',
    },
    given: sharing({ snapshots: everything }),
    expect: { public: 'fail', stranger: 'unknown', member: 'unknown', own: 'pass', nobody: 'pass' },
  },
  {
    name: {
      ja: '一つひとつの共有先が読めなくても、公開されたものは分かる',
      en: 'What is public is known, though with whom each is shared was not read',
    },
    given: denied(
      inOrganization(sharing({ snapshots: { public: ['all'], nobody: [] }, images: { 'ami-1': [] } })),
      'ec2:DescribeSnapshotAttribute',
    ),
    expect: { public: 'fail', nobody: 'unknown', 'ami-1': 'pass' },
  },
  {
    name: {
      ja: 'スナップショットの一覧を拒否されても、ほかの種類と公開されたものは判定する',
      en: 'A list of snapshots was denied: other kinds and what is public are judged',
    },
    given: denied(
      inOrganization(sharing({ snapshots: { public: ['all'] }, databases: { own: [] } })),
      'ec2:DescribeSnapshots#own',
    ),
    expect: { public: 'fail', own: 'pass', 'ebs-snapshot': 'unknown' },
  },
  {
    name: {
      ja: '一度の点検で尋ねる数を超えたスナップショットは判定しない',
      en: 'A snapshot that came after those that one scan asks about is not judged',
    },
    given: withoutAnswer(inOrganization(sharing({ snapshots: { asked: [], left: [] } })), 'left'),
    expect: { asked: 'pass' },
  },
];

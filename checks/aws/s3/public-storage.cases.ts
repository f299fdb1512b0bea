import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { denied, inAccount } from '../cases/units.ts';

const everything = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const group = (name: string) => ({
  Grantee: { Type: 'Group', URI: `http://acs.amazonaws.com/groups/global/${name}` },
  Permission: 'READ',
});

interface Described {
  readonly isPublic?: boolean;
  readonly block?: object;
  readonly grants?: readonly object[];
}

/** An account's buckets, and what the account as a whole blocks. */
function buckets(described: Readonly<Record<string, Described>>, account: object = {}): CaseSnapshot {
  const names = Object.keys(described);
  const about = (answer: (bucket: Described) => object) =>
    names.map((name) => ({ input: { Bucket: name }, output: answer(described[name] ?? {}) }));
  return inAccount({
    's3:ListBuckets': { Buckets: names.map((Name) => ({ Name })) },
    's3control:GetPublicAccessBlock': { PublicAccessBlockConfiguration: account },
    's3:GetBucketPolicyStatus': about(({ isPublic }) => (isPublic ? { PolicyStatus: { IsPublic: true } } : {})),
    's3:GetPublicAccessBlock': about(({ block }) => (block ? { PublicAccessBlockConfiguration: block } : {})),
    's3:GetBucketAcl': about(({ grants = [] }) => ({ Grants: grants })),
  });
}

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '公開のポリシーとACL、ブロックがあるもの、別の種類しか止めないブロック',
      en: 'Public policies and ACLs, blocked ones, and blocks that stop the other kind only',
    },
    given: buckets({
      policy: { isPublic: true },
      acl: { grants: [group('AllUsers')] },
      'any-account': { grants: [group('AuthenticatedUsers')] },
      logs: {
        grants: [{ ...group('x'), Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' } }],
      },
      blocked: { isPublic: true, grants: [group('AllUsers')], block: everything },
      'new-only': { isPublic: true, block: { BlockPublicPolicy: true, BlockPublicAcls: true } },
      'acls-only': { isPublic: true, block: { IgnorePublicAcls: true } },
      'policies-only': { grants: [group('AllUsers')], block: { RestrictPublicBuckets: true } },
      own: {},
    }),
    expect: {
      policy: 'fail',
      acl: 'fail',
      'any-account': 'fail',
      logs: 'pass',
      blocked: 'pass',
      'new-only': 'fail',
      'acls-only': 'fail',
      'policies-only': 'fail',
      own: 'pass',
    },
  },
  {
    name: {
      ja: 'アカウント全体のブロックはバケットの設定より優先される',
      en: 'What the account blocks is blocked, whatever the bucket says',
    },
    given: buckets({ policy: { isPublic: true }, acl: { grants: [group('AllUsers')] } }, everything),
    expect: { policy: 'pass', acl: 'pass' },
  },
  {
    name: {
      ja: 'アカウントのブロックが読めなければ、公開の設定だけが判定不能になる',
      en: "Without the account's block, only what is public otherwise is unknown",
    },
    given: denied(
      buckets({ policy: { isPublic: true }, blocked: { isPublic: true, block: everything }, own: {} }),
      's3control:GetPublicAccessBlock',
    ),
    expect: { policy: 'unknown', blocked: 'pass', own: 'pass' },
  },
  {
    name: { ja: 'ACLが読めない', en: 'The ACLs were denied' },
    given: denied(buckets({ policy: { isPublic: true }, own: {}, blocked: { block: everything } }), 's3:GetBucketAcl'),
    expect: { policy: 'fail', own: 'unknown', blocked: 'pass' },
  },
  {
    name: { ja: 'バケットの一覧を拒否された', en: 'The list of buckets was denied' },
    given: denied(buckets({}), 's3:ListBuckets'),
    expect: { '111122223333': 'unknown' },
  },
];

import type { CheckHead } from '../model/check.ts';
import { noFacts } from '../model/facts/principal-fact.ts';
import type { Finding, FindingState } from '../model/finding.ts';
import type { CoverageRow, Report } from '../model/results.ts';
import { severities, type Severity } from '../model/severity.ts';

const head = (id: string, clause: CheckHead['clauses'][0], severity: Severity, ja: string, en: string): CheckHead => ({
  id,
  clauses: [clause],
  severity,
  title: { ja, en },
  why: {
    ja: '認証情報が漏えいした場合に、第三者がそのまま利用できます。',
    en: 'Whoever obtains the credential can use it as it is.',
  },
  fix: { ja: '設定を変更するか、不要であれば削除します。', en: 'Change the setting, or delete what is not needed.' },
});

/** Heads of checks for the tests of this room. */
export const sampleChecks: readonly CheckHead[] = [
  head('aws-root-mfa', '8.3', 'critical', 'ルートユーザーにMFAがない', 'The root user has no MFA'),
  head('aws-user-mfa', '8.3', 'high', 'コンソールを使うユーザーにMFAがない', 'A console user has no MFA'),
  head(
    'aws-port-rule-open',
    '11.3',
    'high',
    '許可していないポートが全世界に開いている',
    'A port outside the allowed list is open to the world',
  ),
  head(
    'aws-access-key-old',
    '8.4',
    'medium',
    'アクセスキーが長期間更新されていない',
    'An access key has not been rotated',
  ),
  head('aws-user-stale', '7.4', 'medium', '使われていないユーザーが残っている', 'An unused user remains'),
  head(
    'aws-default-security-group',
    '11.3',
    'low',
    '既定のセキュリティグループが通信を許可している',
    'The default security group allows traffic',
  ),
  head('aws-flow-logs', '11.1', 'low', 'VPCのフローログが無効', 'A VPC has no flow log'),
  head(
    'aws-password-policy',
    '8.1',
    'medium',
    'パスワードポリシーが基準を満たさない',
    'The password policy is weaker than the standard',
  ),
];

const accounts = ['111122223333', '444455556666', '777788889999', '012345678901'];
const regions = ['global', 'ap-northeast-1', 'us-east-1', 'ap-northeast-3'];
const states: readonly FindingState[] = ['new', 'open', 'open', 'reopened', 'open', 'excepted', 'open', 'resolved'];
const names = [
  'hanako.yamada',
  'deploy-bot',
  'web-frontend',
  'sg-bastion',
  '経理部-共有',
  'legacy-batch-2019',
  'vpc-main',
];

/** Finding number `place`: every status, state, severity and kind of remediation occurs. */
export function sampleFinding(place: number, change: Partial<Finding> = {}): Finding {
  const check = sampleChecks[place % sampleChecks.length]!;
  const account = accounts[(place >> 1) % accounts.length]!;
  const region = check.clauses[0].startsWith('11') ? regions[1 + (place % 3)]! : 'global';
  const name = `${names[place % names.length]}${place < names.length ? '' : `-${place}`}`;
  const unknown = place % 11 === 10;
  const state = unknown ? 'open' : states[place % 8]!;
  const finding: Finding = {
    id: `f_${String(place).padStart(20, 'a')}`,
    check: check.id,
    clauses: check.clauses,
    status: unknown ? 'unknown' : 'fail',
    severity: check.severity,
    resource: { provider: 'aws', account, region, type: 'iam-user', id: `arn:aws:iam::${account}:user/${name}`, name },
    title: check.title,
    detail: {
      ja: `「${name}」は基準を満たしていません。最後に使われたのは 2026-01-15 です。`,
      en: `"${name}" breaks the rule. It was last used on 2026-01-15.`,
    },
    evidence: unknown
      ? []
      : [
          {
            what: { ja: 'mfa_active の列が false です。', en: 'The column mfa_active is false.' },
            operation: 'iam:GetCredentialReport',
            ref: `arn:aws:iam::${account}:user/${name}`,
          },
        ],
    remediation: unknown
      ? []
      : [
          { kind: 'aws-cli', text: `aws iam delete-login-profile --user-name '${name}'` },
          { kind: 'console', text: { ja: '1. IAM を開く\n2. ユーザーを選ぶ', en: '1. Open IAM\n2. Choose the user' } },
        ],
    ...(unknown && {
      unread: [
        {
          operation: 'iam:GetCredentialReport',
          code: 'AccessDenied',
          message: 'User is not authorized to perform: iam:GetCredentialReport',
          permission: 'iam:GetCredentialReport',
        },
      ],
    }),
    firstSeen: '2026-10-01T00:00:00.000Z',
    lastSeen: '2026-11-23T00:00:00.000Z',
    state,
    ...(state === 'excepted' && {
      exception: {
        id: 'EX-2026-004',
        reason: '年度末の移行まで現行の運用を継続するため',
        owner: '情報システム部 佐藤',
        approvedBy: '情報セキュリティ管理責任者',
        expires: '2026-12-10',
      },
    }),
  };
  return { ...finding, ...change };
}

/** A report of `count` findings over four accounts, two operations of which could not be read. */
export function sampleReport(count: number, organisation = '株式会社サンプル'): Report {
  return reportOf(
    Array.from({ length: count }, (_, place) => sampleFinding(place)),
    organisation,
  );
}

/** A report of the given findings, its figures added up. */
export function reportOf(findings: readonly Finding[], organisation = '株式会社サンプル'): Report {
  const standing = findings.filter(({ state }) => state !== 'resolved' && state !== 'excepted');
  const failing = standing.filter(({ status }) => status === 'fail');
  const inState = (state: FindingState): number => findings.filter((finding) => finding.state === state).length;
  const failed = Object.fromEntries(
    severities.map((severity) => [severity, failing.filter((finding) => finding.severity === severity).length]),
  ) as Record<Severity, number>;
  return {
    facts: noFacts,
    registerTable: [],
    deletions: [],
    summary: {
      schema: 'tenken.summary/1',
      version: '0.1.0',
      organisation,
      collectedAt: '2026-11-23T00:00:00.000Z',
      standard: '3f786850e387550fdab836ed7e6dc881de23001b8b0b1f0f2f6f0a1e2f3d4c5b',
      complete: false,
      units: { read: 14, partial: 2, unread: 0 },
      failed,
      unknown: standing.length - failing.length,
      states: {
        new: inState('new'),
        open: inState('open'),
        resolved: inState('resolved'),
        reopened: inState('reopened'),
        excepted: inState('excepted'),
      },
      tallies: sampleChecks.map(({ id }, place) => ({
        check: id,
        unit: { provider: 'aws', account: accounts[place % accounts.length]!, region: 'global' },
        fail: 3,
        pass: 20,
        unknown: 0,
      })),
    },
    findings,
    coverage: sampleCoverage,
    checks: sampleChecks,
  };
}

const sampleCoverage: readonly CoverageRow[] = [
  { unit: { provider: 'aws', account: '111122223333', region: 'global' }, operation: 'iam:ListUsers', status: 'read' },
  {
    unit: { provider: 'aws', account: '777788889999', region: 'global' },
    operation: 'iam:GetCredentialReport',
    status: 'failed',
    reason: 'AccessDenied',
    message:
      'User: arn:aws:sts::777788889999:assumed-role/tenken/scan is not authorized to perform: iam:GetCredentialReport',
    permission: 'iam:GetCredentialReport',
    checks: ['aws-user-mfa', 'aws-user-stale'],
  },
  {
    unit: { provider: 'aws', account: '012345678901', region: 'us-east-1' },
    operation: 'ec2:DescribeFlowLogs',
    status: 'failed',
    reason: 'ThrottlingException',
    message: 'Rate exceeded',
    checks: ['aws-flow-logs'],
  },
  {
    unit: { provider: 'aws', account: '012345678901', region: 'us-east-1' },
    operation: 'rds:DescribeDBInstances',
    status: 'skipped',
    reason: 'empty-region',
  },
  {
    unit: { provider: 'aws', account: '012345678901', region: 'global' },
    operation: 'iam:GetServiceLastAccessedDetails',
    status: 'skipped',
    reason: 'over-budget',
    message: '37 were not asked about: one scan asks about 100 only, and others came first',
    left: 37,
  },
];

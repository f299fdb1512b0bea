import { z } from 'zod';
import { entraClouds, type Standard } from '../model/standard.ts';
import { parseCidr } from '../model/network/cidr.ts';
import { locales } from '../model/text.ts';
import { accountOrTenant, guid, words } from './fields.ts';
import { problem } from './problems.ts';
import { registerSchema } from './register/register-schema.ts';

const wholeDays = (value: number, about: string): z.ZodDefault<z.ZodInt> =>
  z.int().min(0).max(3650).default(value).describe(about);
const account = z.string({ error: problem('accountUnquoted') }).regex(/^\d{12}$/, problem('accountDigits'));
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, problem('region'));
const date = z.iso.date(problem('date'));
const port = z.int().min(0).max(65_535);

const thresholds = z.strictObject({
  staleDays: wholeDays(90, 'Unused for longer than this is stale. / これより長く未使用なら不要とみなす日数'),
  graceDays: wholeDays(30, 'Younger than this is not called stale. / 作成後に猶予する日数'),
  accessKeyAgeDays: wholeDays(90, 'An older access key must be rotated. / アクセスキーを更新するまでの日数'),
  rootUnusedDays: wholeDays(90, 'Root must be unused for this long. / ルートユーザーが未使用であるべき日数'),
});

const passwords = z.strictObject({
  minimumLength: z.int().min(6).max(128).default(14).describe('Shortest password. / パスワードの最小文字数'),
  requireUppercase: z.boolean().default(true).describe('Upper-case letter demanded. / 大文字を必須とする'),
  requireLowercase: z.boolean().default(true).describe('Lower-case letter demanded. / 小文字を必須とする'),
  requireNumbers: z.boolean().default(true).describe('Digit demanded. / 数字を必須とする'),
  requireSymbols: z.boolean().default(true).describe('Symbol demanded. / 記号を必須とする'),
  reusePrevention: z
    .int()
    .min(0)
    .max(24)
    .default(24)
    .describe('Earlier passwords that may not return; 0: not demanded. / 再利用を禁止する世代数(0は要求しない)'),
});

const owners = z.strictObject({
  tagKeys: z
    .array(words)
    .min(1)
    .default(['owner', 'Owner', 'responsible', 'Responsible', 'contact', 'Contact', '責任者', '所有者', '担当者'])
    .describe('Tags whose value names the owner. / 責任者を示すタグのキー'),
});

const vpn = z.strictObject({
  ikeVersions: z
    .array(z.enum(['ikev1', 'ikev2']))
    .min(1)
    .default(['ikev2'])
    .describe('IKE versions. / IKEのバージョン'),
  encryption: z
    .array(z.enum(['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16']))
    .min(1)
    .default(['AES256', 'AES128-GCM-16', 'AES256-GCM-16'])
    .describe('Encryption algorithms of both phases. / 暗号方式(両フェーズ)'),
  integrity: z
    .array(z.enum(['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512']))
    .min(1)
    .default(['SHA2-256', 'SHA2-384', 'SHA2-512'])
    .describe('Integrity algorithms of both phases. / 完全性の方式(両フェーズ)'),
  // Groups 22 to 24 should no longer be used (RFC 8247).
  dhGroups: z
    .array(z.literal([2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]))
    .min(1)
    .default([14, 15, 16, 17, 18, 19, 20, 21])
    .describe('Diffie-Hellman groups of both phases. / DHグループ(両フェーズ)'),
});

const network = z.strictObject({
  minimumTls: z
    .enum(['1.2', '1.3'])
    .default('1.2')
    .describe('Oldest TLS that a listener may speak, in quotes. / リスナーに許すTLSの最低バージョン(引用符で囲む)'),
  vpn: vpn.prefault({}).describe('What VPN tunnels may negotiate. / VPNトンネルに許す方式'),
});

const cidr = words.refine(isCidr, problem('cidr'));
const portSelector = z.strictObject({
  tags: z.record(words, z.string()).exactOptional().describe('Tags; * stands for any value. / タグ(*は任意の値)'),
  accounts: z.array(account).min(1).exactOptional().describe('Accounts. / アカウント'),
  organizationalUnits: z
    .array(words)
    .min(1)
    .exactOptional()
    .describe('Ids of organizational units. / 組織単位(OU)のID'),
});

const allowedPort = z
  .strictObject({
    protocol: z.enum(['tcp', 'udp']),
    fromPort: port.describe('First port. / 開始ポート'),
    toPort: port.describe('Last port. / 終了ポート'),
    sources: z.array(cidr).min(1).exactOptional().describe('Only from these CIDR blocks. / 許可する接続元(CIDR)'),
    resources: portSelector.exactOptional().describe('Only to these resources. / 対象とするリソース'),
    loadBalancerOnly: z
      .boolean()
      .exactOptional()
      .describe('Only at or behind a load balancer. / ロードバランサー経由に限る'),
    reason: words.exactOptional().describe('Why it may be open. / 許可する理由'),
    owner: words.exactOptional().describe('Who answers for it. / 責任者'),
    until: date.exactOptional().describe('Last day on which it is allowed. / 許可の最終日'),
  })
  .refine(({ fromPort, toPort }) => fromPort <= toPort, {
    path: ['toPort'],
    error: problem('portOrder'),
  });

const exception = z
  .strictObject({
    id: words,
    checks: z.array(words).min(1).describe('Ids of the checks it covers. / 対象とする検査のid'),
    account: accountOrTenant
      .exactOptional()
      .describe('AWS account or Entra tenant. / AWSアカウントまたはEntraテナント'),
    region: words.exactOptional(),
    resource: words
      .exactOptional()
      .describe(
        'Resource id (ARN), its last part, or name; * stands for anything. / リソースのID(ARN)、その末尾、または名前(*は任意)',
      ),
    reason: words,
    owner: words,
    approvedBy: words.describe('Not the owner. / 承認者(責任者とは別の人)'),
    expires: date.describe('Last day of validity. / 有効期限の最終日'),
  })
  .refine(({ owner, approvedBy }) => owner !== approvedBy, {
    path: ['approvedBy'],
    error: problem('selfApproved'),
  });

const aws = z.strictObject({
  accounts: z
    .union([z.enum(['self', 'organization']), z.array(account).min(1)], {
      error: problem('accounts'),
    })
    .default('self')
    .describe('Accounts to scan. / 点検するアカウント'),
  role: words
    .regex(/^[\w+=,.@-]{1,64}$/, problem('role'))
    .default('tenken-audit')
    .describe('Role assumed in other accounts. / 他アカウントで引き受けるロール名'),
  externalId: words.exactOptional().describe('External id of that role. / そのロールの外部ID'),
  regions: z
    .array(region)
    .min(1)
    .exactOptional()
    .describe('Regions to scan; without it, every enabled one. / 点検するリージョン(省略時は有効な全リージョン)'),
});

const clientId = guid.describe('Application (client) id. / アプリケーション(クライアント)ID');

const signIn = z
  .discriminatedUnion('with', [
    z.strictObject({ with: z.literal('developer') }),
    z.strictObject({
      with: z.enum(['secret', 'certificate']),
      clientId,
      secretArn: words
        .regex(/^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:.+$/, problem('secretArn'))
        .describe('ARN in AWS Secrets Manager. / Secrets ManagerのARN'),
    }),
    z.strictObject({ with: z.literal('federation'), clientId }),
  ])
  .describe('How the scan signs in. / サインインの方法');

const entraTenant = z.strictObject({
  id: guid.describe('Directory (tenant) id. / ディレクトリ(テナント)ID'),
  name: words.exactOptional().describe('What reports call it. / レポートでの呼び名'),
  cloud: z.enum(entraClouds).default('global').describe('National cloud. / クラウド環境'),
  signIn: signIn.prefault({ with: 'developer' }),
});

const entra = z.strictObject({
  emergencyAccounts: z
    .array(words)
    .default([])
    .describe(
      'Emergency access accounts: object ids or user principal names. / 緊急用アカウント(オブジェクトIDまたはUPN)',
    ),
  genericNames: z
    .array(words)
    .default([])
    .describe(
      'Words of names of shared accounts; empty: the delivered ones. / 共用アカウント名とみなす語(空は既定の一覧)',
    ),
  globalAdministrators: z
    .strictObject({
      least: z.int().min(1).max(100).default(2).describe('At least so many people. / 最少人数'),
      most: z.int().min(1).max(100).default(4).describe('At most so many. / 最多人数'),
    })
    .refine(({ least, most }) => least <= most, { path: ['most'], error: problem('adminOrder') })
    .prefault({})
    .describe('Global Administrators, active and eligible. / グローバル管理者の人数(有効と資格ありの合計)'),
  pendingInviteDays: wholeDays(30, 'An invitation not accepted for longer has expired. / 招待を未承諾のまま置ける日数'),
  secretDays: wholeDays(180, 'Longest validity of a client secret. / クライアントシークレットの最長有効日数'),
  certificateDays: wholeDays(365, 'Longest validity of a certificate. / 証明書の最長有効日数'),
});

const azureTenant = z.strictObject({
  tenant: guid.describe('Directory (tenant) id. / ディレクトリ(テナント)ID'),
  subscriptions: z
    .union([z.literal('all'), z.array(guid).min(1)], { error: problem('subscriptions') })
    .default('all')
    .describe('Subscriptions to scan. / 点検するサブスクリプション'),
  managementGroup: words
    .regex(/^[\w().-]{1,90}$/, problem('managementGroup'))
    .exactOptional()
    .describe('Only subscriptions below this management group. / この管理グループ配下だけを点検'),
  cloud: z
    .enum(entraClouds)
    .exactOptional()
    .describe('National cloud; default: as in tenants.entra. / クラウド環境(既定: tenants.entra と同じ)'),
  signIn: signIn
    .exactOptional()
    .describe('How the scan signs in; default: as in tenants.entra. / サインインの方法(既定: tenants.entra と同じ)'),
});

const azure = z.strictObject({
  owners: z
    .strictObject({ most: z.int().min(1).max(100).default(3).describe('At most so many people. / 最多人数') })
    .prefault({})
    .describe('Owners of a subscription. / サブスクリプションの所有者の人数'),
});

const approvedAzure = z.strictObject({
  types: z
    .array(words)
    .default([])
    .describe(
      'Approved resource types; * stands for anything; empty: not restricted. / 承認済みリソースの種類(*は任意、空は制限なし)',
    ),
  locations: z
    .array(words)
    .default([])
    .describe('Approved locations; empty: not restricted. / 承認済みの場所(空は制限なし)'),
  ignoredTypes: z
    .array(words)
    .default(['Microsoft.Insights/*', 'Microsoft.AlertsManagement/*'])
    .describe('Types that come along by themselves. / 自動的に作成される種類'),
});

const application = z.strictObject({
  appId: clientId,
  publisherTenant: guid.exactOptional().describe('Tenant that publishes it. / 発行元のテナント'),
  name: words,
  reason: words.exactOptional().describe('What it is used for. / 利用目的'),
  owner: words.exactOptional().describe('Who answers for it. / 責任者'),
  until: date.exactOptional().describe('Last day of its use. / 利用の最終日'),
});

const deployment = z.strictObject({
  schedule: words
    .regex(/^[-\d,*/]+ [-\d,*/]+ (?:\? [-\w,*/]+ [-\w,*/#]+|[-\w,*/]+ [-\w,*/]+ \?) [-\d,*/]+$/, problem('schedule'))
    .default('0 6 * * ? *')
    .describe('Cron of EventBridge Scheduler, without cron(). / 実行時刻(cron式)'),
  timeZone: words
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', problem('timeZone'))
    .default('Asia/Tokyo')
    .describe('IANA time zone of the schedule. / 時間帯'),
  notify: z.array(z.email()).default([]).describe('Mail addresses that get the summary. / 要約の送付先'),
  evidenceDays: z.int().min(1).max(3650).default(400).describe('Days that evidence is locked. / 証跡を保持する日数'),
  organizationId: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, problem('organizationId'))
    .exactOptional()
    .describe('Only roles of this organization are trusted. / 信頼する組織のID'),
});

/** The schema of standard.yaml: every key may be left out, unknown keys are refused. */
export const standardSchema: z.ZodType<Standard> = z
  .strictObject({
    locale: z.enum(locales).default('ja').describe('Language of the reports. / レポートの言語'),
    organisation: words.default('Tenken').describe('Name shown in reports. / レポートに表示する組織名'),
    thresholds: thresholds.prefault({}),
    passwords: passwords.prefault({}),
    owners: owners.prefault({}),
    network: network.prefault({}),
    allowedPorts: z
      .array(allowedPort)
      .default([
        { protocol: 'tcp', fromPort: 80, toPort: 80 },
        { protocol: 'tcp', fromPort: 443, toPort: 443 },
      ])
      .describe('Ports that may be open to the internet. / インターネットに開放してよいポート'),
    approved: z
      .strictObject({
        services: z
          .array(words)
          .default([])
          .describe('Approved services; empty: not restricted. / 承認済みサービス(空は制限なし)'),
        regions: z
          .array(region)
          .default([])
          .describe('Approved regions; empty: not restricted. / 承認済みリージョン(空は制限なし)'),
        applications: z
          .array(application)
          .default([])
          .describe(
            'Approved enterprise applications of third parties. / 承認済みの他社エンタープライズアプリケーション',
          ),
        azure: approvedAzure.prefault({}),
      })
      .prefault({}),
    register: registerSchema
      .default([])
      .describe('The register of cloud services; usually in register.yaml. / 承認済みクラウドサービス台帳'),
    discovery: z
      .strictObject({
        billing: z
          .boolean()
          .default(false)
          .describe('Ask Cost Explorer (0.01 USD a request). / Cost Explorerに問い合わせる(1回0.01米ドル)'),
        attribution: z
          .boolean()
          .default(true)
          .describe('Ask CloudTrail who uses what is not approved. / 未承認サービスの利用者をCloudTrailで調べる'),
      })
      .prefault({})
      .describe('How what is in use is found out. / 利用状況の調べ方'),
    azure: azure.prefault({}),
    entra: entra.prefault({}),
    tenants: z
      .strictObject({
        aws: aws.prefault({}),
        azure: z
          .array(azureTenant)
          .default([])
          .describe('Azure subscriptions to scan. / 点検するAzureサブスクリプション'),
        entra: z.array(entraTenant).default([]).describe('Entra tenants to scan. / 点検するEntraテナント'),
      })
      .prefault({}),
    trustedAccounts: z
      .array(z.strictObject({ id: accountOrTenant, name: words.describe('Who it belongs to. / アカウントの持ち主') }))
      .default([])
      .describe(
        'Accounts, Azure subscriptions and tenants of others that may be trusted. / 信頼してよい組織外のアカウント、サブスクリプション、テナント',
      ),
    exceptions: z.array(exception).default([]).describe('Approved deviations. / 例外'),
    disabledChecks: z.array(words).default([]).describe('Checks that do not run. / 実行しない検査のid'),
    deployment: deployment.prefault({}),
  })
  .describe('The security standard that Tenken holds clouds against. / Tenkenが照らす基準');

/** The standard that holds when nobody wrote one. */
export const defaultStandard: Standard = standardSchema.parse({});

function isCidr(text: string): boolean {
  try {
    parseCidr(text);
    return true;
  } catch {
    return false;
  }
}

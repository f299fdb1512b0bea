import { Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../model/severity.ts';
import { locales, type Locale, type Text } from '../model/text.ts';
import { version } from '../model/version.ts';
import { registerProgram, type RegisterActions } from './register-program.ts';

/** Options that every command which reports understands, as commander parses them. */
export interface ReportOptions {
  readonly standard?: string;
  readonly register?: string;
  readonly out: string;
  readonly checks?: readonly string[];
  readonly failOn?: (typeof severities)[number];
  readonly allowPartial?: boolean;
  readonly previous?: string;
  readonly topic?: string;
  readonly link?: string;
  readonly listPassed?: boolean;
}

/** Options of `tenken scan`. */
export interface ScanOptions extends ReportOptions {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly role?: string;
  readonly externalId?: string;
  readonly emptyRegions?: boolean;
  /** Only `scan` knows it: AWS charges for it. */
  readonly billing?: boolean;
  /** Ids of subscriptions; `true` for those of the standard. */
  readonly azure?: readonly string[] | true;
  /** Ids of tenants; `true` for those of the standard. */
  readonly entra?: readonly string[] | true;
}

/** What each command does. The program only parses; a test hands in its own. */
export interface Actions extends RegisterActions {
  scan(options: ScanOptions): Promise<void>;
  evaluate(folder: string, options: ReportOptions): Promise<void>;
  demo(options: ReportOptions): Promise<void>;
  doctor(options: ScanOptions): Promise<void>;
  listChecks(): Promise<void>;
  showCheck(id: string): Promise<void>;
}

const texts = {
  tenken: {
    ja: 'クラウドを自組織のセキュリティ運用基準書に照らして点検します。',
    en: 'Holds your clouds against your own written security standard.',
  },
  scan: {
    ja: 'AWSアカウント、Azureサブスクリプション、Entraテナントを点検し、指摘事項を書き出します(読み取りのみ)。',
    en: 'Scan AWS accounts, Azure subscriptions and Entra tenants, and write the findings (read-only).',
  },
  evaluate: {
    ja: '保存済みスナップショットを評価します(ネットワーク不使用)。',
    en: 'Evaluate a stored snapshot, without any network.',
  },
  demo: {
    ja: '組み込みのデモ組織を、実際のSDKとHTTPで点検します。',
    en: 'Scan the built-in demo organisation with the real SDKs over HTTP.',
  },
  doctor: {
    ja: '検査ごとに、足りない権限を調べます。',
    en: 'Say which permissions are missing, check by check.',
  },
  checks: { ja: '検査の一覧と説明。', en: 'List and explain the checks.' },
  checksList: { ja: '検査を1行ずつ表示します。', en: 'One line a check.' },
  checksShow: { ja: '検査の説明を表示します。', en: 'Explain one check.' },
  standard: {
    ja: '基準書の設定ファイル(既定: ./standard.yaml があればそれ)',
    en: 'the standard to hold against (default: ./standard.yaml if it is there)',
  },
  register: {
    ja: '承認済みクラウドサービス台帳(.yaml、.csv、.xlsx。既定: 基準書と同じフォルダーの register.yaml があればそれ)',
    en: 'the register of approved cloud services: .yaml, .csv or .xlsx (default: register.yaml beside the standard if it is there)',
  },
  out: { ja: '出力先のフォルダー、または s3://バケット/接頭辞', en: 'folder to write to, or s3://bucket/prefix' },
  onlyChecks: { ja: '実行する検査のid(カンマ区切り)', en: 'run only these checks (ids, comma-separated)' },
  failOn: {
    ja: 'この重大度以上の指摘があれば終了コード3',
    en: 'exit with 3 when a finding is at least this severe',
  },
  allowPartial: {
    ja: '取得失敗があっても終了コード4にしない',
    en: 'do not exit with 4 when something could not be read',
  },
  previous: {
    ja: '前回の findings.ndjson。新規・継続・是正済み・再発を判定します',
    en: "the previous run's findings.ndjson, to tell new, open, resolved and reopened apart",
  },
  topic: { ja: '要約を通知するSNSトピックのARN', en: 'ARN of the SNS topic to send the summary to' },
  link: { ja: '通知に載せるレポートのURL', en: 'address of the report, for the notification' },
  listPassed: {
    ja: '合格した対象も passed.ndjson に書き出す',
    en: 'also write what passed, to passed.ndjson',
  },
  lang: { ja: '表示言語', en: 'language' },
  accounts: {
    ja: 'アカウントID(カンマ区切り)、organization(組織全体)、self(自アカウントのみ)',
    en: 'account ids (comma-separated), "organization" for all of its accounts, or "self"',
  },
  regions: {
    ja: 'リージョン(カンマ区切り。既定: 有効な全リージョン)',
    en: 'regions (comma-separated; default: every enabled region)',
  },
  role: { ja: '他アカウントで引き受けるロール名', en: 'role to assume in other accounts' },
  externalId: { ja: 'ロール引き受け時の外部ID', en: 'external id for assuming the role' },
  emptyRegions: {
    ja: 'ネットワークインターフェイスのないリージョンも全て読む',
    en: 'read regions without any network interface in full, too',
  },
  billing: {
    ja: 'AWSの請求からも利用中のサービスを調べる(Cost Explorer、1回0.01米ドル)',
    en: 'find services in use on the AWS bill, too (Cost Explorer, 0.01 USD a request)',
  },
  azure: {
    ja: 'Azureのサブスクリプション(IDをカンマ区切り。省略時は基準書の tenants.azure、なければ AZURE_TENANT_ID のすべて)。指定したものだけを点検',
    en: 'Azure subscriptions (ids, comma-separated; default: tenants.azure of the standard, else all of AZURE_TENANT_ID); only what is asked for is scanned',
  },
  entra: {
    ja: 'Microsoft Entraのテナント(IDをカンマ区切り。省略時は基準書のテナント、なければ AZURE_TENANT_ID)。指定したものだけを点検',
    en: 'tenants of Microsoft Entra (ids, comma-separated; default: those of the standard, else AZURE_TENANT_ID); only what is asked for is scanned',
  },
  folder: { ja: 'スナップショットのフォルダー(例: out/snapshot)', en: 'folder of the snapshot, e.g. out/snapshot' },
  help: { ja: 'ヘルプを表示', en: 'show help' },
  version: { ja: 'バージョンを表示', en: 'show the version' },
  examples: { ja: '例', en: 'Examples' },
  emptyList: { ja: '一覧が空です。', en: 'The list is empty.' },
  exitCodes: {
    ja: '終了コード: 0 完了 · 1 内部エラー · 2 引数・設定の誤り · 3 --fail-on 以上の指摘あり · 4 取得失敗あり · 130 中断',
    en: 'Exit codes: 0 done · 1 internal error · 2 usage or configuration · 3 findings at --fail-on · 4 incomplete · 130 interrupted',
  },
} satisfies Record<string, Text>;

/** The command line's grammar, in one language. Parsing errors are thrown as commander's own. */
export function program(locale: Locale, actions: Actions): Command {
  const say = (text: Text): string => text[locale];
  const list = (value: string): string[] => {
    const words = value.split(',').map((word) => word.trim());
    if (words.every((word) => word === '')) throw new InvalidArgumentError(say(texts.emptyList));
    return words.filter(Boolean);
  };

  const standard = (command: Command): Command =>
    command.option('-s, --standard <file>', say(texts.standard)).option('--register <file>', say(texts.register));
  const reporting = (command: Command, out: string): Command =>
    standard(command)
      .option('-o, --out <place>', say(texts.out), out)
      .option('-c, --checks <ids>', say(texts.onlyChecks), list)
      .addOption(new Option('--fail-on <severity>', say(texts.failOn)).choices(severities))
      .option('--allow-partial', say(texts.allowPartial))
      .option('--previous <file>', say(texts.previous))
      .option('--list-passed', say(texts.listPassed))
      .option('--topic <arn>', say(texts.topic))
      .option('--link <url>', say(texts.link));
  const scanning = (command: Command): Command =>
    command
      .option('-a, --accounts <ids>', say(texts.accounts), list)
      .option('-r, --regions <names>', say(texts.regions), list)
      .option('--role <name>', say(texts.role))
      .option('--external-id <id>', say(texts.externalId))
      .option('--empty-regions', say(texts.emptyRegions))
      .option('--azure [subscriptions]', say(texts.azure), list)
      .option('--entra [tenants]', say(texts.entra), list);
  const examples = (command: Command, ...lines: string[]): Command =>
    command.addHelpText('after', `\n${say(texts.examples)}:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);

  const root = new Command('tenken')
    .description(say(texts.tenken))
    .version(version, '-V, --version', say(texts.version));
  root.helpOption('-h, --help', say(texts.help)).helpCommand(false).exitOverride();
  // What is wrong is said once, by whoever catches the error, in the chosen language.
  root.configureOutput({ outputError: () => undefined });
  const command = (name: string, text: Text, parent = root): Command =>
    parent
      .command(name)
      .description(say(text))
      .helpOption('-h, --help', say(texts.help))
      .addOption(new Option('--lang <language>', say(texts.lang)).choices(locales));

  examples(
    scanning(reporting(command('scan', texts.scan), 'out'))
      .option('--billing', say(texts.billing))
      .action((options: ScanOptions) => actions.scan(options)),
    'tenken scan',
    'tenken scan --accounts organization --role tenken-audit --fail-on high',
    'tenken scan --regions ap-northeast-1,ap-northeast-3 --out s3://evidence-bucket/today',
    'tenken scan --azure --entra',
    'tenken scan --entra 7e57aaaa-0000-4000-8000-000000000001',
  );
  examples(
    reporting(command('evaluate', texts.evaluate), 'out/evaluated')
      .argument('<folder>', say(texts.folder))
      .action((folder: string, options: ReportOptions) => actions.evaluate(folder, options)),
    'tenken evaluate out/snapshot --out out/again',
    'tenken evaluate out/snapshot --checks aws-user-mfa,aws-port-rule-open --lang ja',
  );
  examples(
    reporting(command('demo', texts.demo), 'out').action((options: ReportOptions) => actions.demo(options)),
    'tenken demo',
    'tenken demo --lang ja --out /tmp/demo',
  );
  examples(
    scanning(standard(command('doctor', texts.doctor))).action((options: ScanOptions) => actions.doctor(options)),
    'tenken doctor',
    'tenken doctor --accounts 111122223333 --role tenken-audit',
    'tenken doctor --azure --entra',
  );
  const checks = command('checks', texts.checks);
  command('list', texts.checksList, checks).action(() => actions.listChecks());
  command('show', texts.checksShow, checks)
    .argument('<id>')
    .action((id: string) => actions.showCheck(id));
  examples(checks, 'tenken checks list', 'tenken checks show aws-user-mfa --lang ja');

  registerProgram({ locale, command, examples }, actions);
  examples(root, 'tenken demo', 'tenken scan --regions ap-northeast-1', 'tenken evaluate out/snapshot').addHelpText(
    'after',
    `\n${say(texts.exitCodes)}`,
  );
  return root;
}

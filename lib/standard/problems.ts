import type { Text } from '../model/text.ts';

/** What the schema refuses for reasons of its own; an issue's message is the name of one. zod words the rest. */
export const problems = {
  accountUnquoted: {
    ja: 'アカウントIDは文字列です。引用符で囲んでください(囲まないとYAMLが先頭の0を落とします)',
    en: 'an account id must be a string: write it in quotes, or YAML drops its leading zeros',
  },
  accountDigits: { ja: 'アカウントIDは12桁の数字です', en: 'an account id has 12 digits' },
  accountOrTenant: {
    ja: 'アカウントIDは12桁の数字、テナントIDは「7e57aaaa-0000-4000-8000-000000000001」の形です',
    en: 'an account id has 12 digits, a tenant id looks like "7e57aaaa-0000-4000-8000-000000000001"',
  },
  accountShort: {
    ja: 'アカウントIDは12桁の数字です。Excelなどが先頭の0を落としたようです。IDを確認し、先頭の0から文字列として入力し直してください(例: 12345678901 は 012345678901)',
    en: 'an account id has 12 digits; a spreadsheet seems to have dropped its leading zeros: check the id and write it with them, as text (as 012345678901 for 12345678901)',
  },
  accountRounded: {
    ja: 'アカウントIDがExcelなどで指数表示の数値になり、桁が失われています。IDを確認し、12桁の数字を文字列として入力し直してください',
    en: 'a spreadsheet has made a rounded number of the account id; check the id and write its 12 digits as text',
  },
  accounts: {
    ja: 'self、organization、または引用符で囲んだアカウントIDの一覧を書いてください',
    en: 'write self, organization, or a list of account ids in quotes',
  },
  region: { ja: 'リージョンは「ap-northeast-1」の形です', en: 'a region looks like "ap-northeast-1"' },
  date: { ja: '日付は「2027-03-31」の形です', en: 'a date looks like "2027-03-31"' },
  cidr: {
    ja: '接続元は「203.0.113.0/24」や「2001:db8::/32」の形です',
    en: 'a source looks like "203.0.113.0/24" or "2001:db8::/32"',
  },
  portOrder: { ja: 'toPort は fromPort 以上にしてください', en: 'toPort must not be below fromPort' },
  selfApproved: { ja: '責任者自身は承認できません', en: 'the owner cannot approve it' },
  schedule: {
    ja: 'EventBridge Scheduler のcron式は「0 6 * * ? *」のように6つの欄で書き、cron() は付けません。日と曜日の一方は ? です',
    en: 'a schedule has six fields like "0 6 * * ? *", without cron(), and one of day and weekday is ?',
  },
  role: {
    ja: 'ロール名はパスのない64文字以内の名前です',
    en: 'a role is a name without a path, of at most 64 letters, digits and +=,.@_-',
  },
  timeZone: { ja: 'IANAのタイムゾーン名ではありません', en: 'it is no IANA time zone' },
  guid: {
    ja: 'IDは「7e57aaaa-0000-4000-8000-000000000001」の形です',
    en: 'an id looks like "7e57aaaa-0000-4000-8000-000000000001"',
  },
  secretArn: {
    ja: 'AWS Secrets ManagerのシークレットのARNを書いてください',
    en: 'write the ARN of a secret in AWS Secrets Manager',
  },
  subscriptions: {
    ja: 'all、またはサブスクリプションIDの一覧を書いてください',
    en: 'write all, or a list of subscription ids',
  },
  managementGroup: {
    ja: '管理グループのIDを書いてください(表示名ではありません)',
    en: 'write the id of a management group, not its display name',
  },
  adminOrder: { ja: 'most は least 以上にしてください', en: 'most must not be below least' },
  organizationId: {
    ja: '組織のIDは「o-a1b2c3d4e5」の形です',
    en: 'an organization id looks like "o-a1b2c3d4e5"',
  },
  day: {
    ja: '日付として読めません。「2026-11-28」「2026/11/28」「2026年11月28日」「令和8年11月28日」「R8.11.28」のように書いてください',
    en: 'it is no date; write it like 2026-11-28, 2026/11/28, 2026年11月28日, 令和8年11月28日 or R8.11.28',
  },
  noSuchDay: { ja: '存在しない日付です', en: 'there is no such day' },
  notOfThatEra: {
    ja: '元号の期間外の日付です(令和は2019年5月1日から、平成は1989年1月8日から、昭和は1926年12月25日から)',
    en: 'that day is not of that era (Reiwa begins on 2019-05-01, Heisei on 1989-01-08, Showa on 1926-12-25)',
  },
  oneLine: {
    ja: '一覧の1項目は1行で書いてください',
    en: 'an item of a list must be one line',
  },
  cloudRegion: {
    ja: 'リージョンは「ap-northeast-1」や「japaneast」のように、クラウドでの名前で書いてください',
    en: 'write a region by its name in the cloud, like "ap-northeast-1" or "japaneast"',
  },
  azureKey: {
    ja: 'Azureの検出キーは「Microsoft.CognitiveServices/accounts」や「Microsoft.CognitiveServices/*」の形です',
    en: 'an Azure key looks like "Microsoft.CognitiveServices/accounts" or "Microsoft.CognitiveServices/*"',
  },
  retiredWithoutEnd: {
    ja: '状態が利用終了の行には利用終了日(endedOn)が必要です',
    en: 'a retired service needs the last day of its use (endedOn)',
  },
  conditionalWithoutConditions: {
    ja: '条件付き承認の行には承認条件(conditions)が必要です',
    en: 'a conditional approval needs its conditions',
  },
  validBeforeApproval: {
    ja: '有効期限(validUntil)が承認日より前です',
    en: 'the approval ends (validUntil) before it was given',
  },
  stateWord: {
    ja: '使える状態: 承認済み、条件付き承認、利用終了予定、利用終了、利用禁止(approved、conditional、retiring、retired、forbidden も可)',
    en: 'the state must be one of approved, conditional, retiring, retired, forbidden (承認済み、条件付き承認、利用終了予定、利用終了、利用禁止)',
  },
  kindWord: { ja: '使える区分: IaaS、PaaS、SaaS', en: 'the kind must be one of IaaS, PaaS, SaaS' },
  cellDate: {
    ja: 'セルが日付になっています。表示形式を文字列にして入力し直してください',
    en: 'the cell holds a date; format it as text and write it again',
  },
  cellDigits: {
    ja: 'セルが15桁を超える数値になっており、下の桁が失われています。表示形式を文字列にして入力し直してください',
    en: 'the cell holds a number of more than 15 digits, of which the last are lost; format it as text and write it again',
  },
  cellError: {
    ja: 'セルがエラー値(#N/A、#REF! など)になっています。正しい値を入力するか、空にしてください',
    en: 'the cell holds an error (such as #N/A or #REF!); write its value, or empty it',
  },
  cellFormula: {
    ja: '数式の計算結果がファイルに保存されていません。値に置き換えてください',
    en: 'the cell holds a formula without a stored result; replace it by its value',
  },
  certificateCell: {
    ja: '第三者認証は1行に1件、「ISMAP | 登録番号 | 2027-03-31」のように書いてください(登録番号と有効期限は省略できます)',
    en: 'write one certificate a line, like "ISMAP | number | 2027-03-31" (number and last day may be left out)',
  },
} as const satisfies Record<string, Text>;

/** The name of a problem. */
export type Problem = keyof typeof problems;

/** Names a problem as the message of an issue. */
export function problem(name: Problem): Problem {
  return name;
}

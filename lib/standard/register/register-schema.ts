import { z } from 'zod';
import { registerStates, type RegisterEntry } from '../../model/register.ts';
import { accountOrTenant, guid, words } from '../fields.ts';
import { plainId } from '../plain-id.ts';
import { problem } from '../problems.ts';
import { parseDate } from './parse-date.ts';
import { registerKinds, stateOf, stateWords } from './register-words.ts';

const day = z.union([z.string(), z.number()], { error: problem('day') }).transform((written, context) => {
  const reading = parseDate(written);
  if ('date' in reading) return reading.date;
  context.addIssue({ code: 'custom', message: reading.problem, input: written });
  return z.NEVER;
});

/** A cell of a spreadsheet holds one item a line. */
const item = words.regex(/^[^\n]*$/, problem('oneLine'));
const list = z.array(item).default([]);

const checked = z.strictObject({
  by: words.describe('Who checked. / 確認者'),
  on: day.describe('When. / 確認日'),
  reference: words.exactOptional().describe('Number or place of the record. / 記録の番号または保管場所'),
});

/** A name of the cloud's: `Japan East` is one too, as the portal writes it. */
const region = words.overwrite(plainId).regex(/^[ -~]+$/, problem('cloudRegion'));

/** Namespace and type; third parties have namespaces of their own ("Resource providers for Azure services"). */
const azureType = item.overwrite(plainId).regex(/^[a-z]\w*(\.\w+)+\/[\w*.-]+(\/[\w*.-]+)*$/i, problem('azureKey'));

const keys = z.strictObject({
  aws: z
    .array(item.overwrite(plainId).toLowerCase())
    .default([])
    .describe('AWS service prefixes, as in IAM actions: s3, bedrock. / AWSサービスの接頭辞(IAMアクションのコロンの前)'),
  azure: z
    .array(azureType)
    .default([])
    .describe('Azure resource types; * stands for anything. / Azureのリソースの種類(*は任意)'),
  entra: z.array(guid).default([]).describe('Application (client) ids. / アプリケーション(クライアント)ID'),
  tenants: z
    .array(accountOrTenant)
    .default([])
    .describe('Accounts and tenants of the provider. / 提供者のアカウントやテナントのID'),
});

const certificate = z.strictObject({
  scheme: item.describe('ISMAP, ISO/IEC 27001, SOC 2 … / ISMAP、ISO/IEC 27001、SOC 2 など'),
  reference: item.exactOptional().describe('Number of the certificate. / 登録番号'),
  validUntil: day.exactOptional().describe('Last day of its validity. / 有効期限'),
});

const state = z
  .enum(
    [...registerStates, ...registerStates.flatMap((each) => [stateWords[each].ja, stateWords[each].en])],
    problem('stateWord'),
  )
  .transform((word) => stateOf(word) ?? z.NEVER);

/** A row of the register. */
export const registerEntrySchema: z.ZodType<RegisterEntry> = z.strictObject({
  id: words.describe('Number of the row. / 管理番号'),
  name: words.describe('Service. / サービス名'),
  provider: words.describe('Provider. / 提供者'),
  kind: z.enum(registerKinds, problem('kindWord')).exactOptional().describe('Kind. / 区分'),
  purpose: words.exactOptional().describe('Purpose. / 利用目的'),
  owner: words.exactOptional().describe('Who answers for it. / 管理責任者'),
  departments: list.describe('Departments that use it. / 利用部門'),
  classification: words.exactOptional().describe('Information it may hold. / 取り扱う情報と格付'),
  dataLocations: list.describe('Where data may be. / データ所在地'),
  signIn: words.exactOptional().describe('How people sign in. / 認証方式'),
  keys: keys.prefault({}).describe('By what it is recognised. / 検出キー'),
  regions: z
    .array(region)
    .default([])
    .describe('Approved regions and locations; empty: all. / 承認リージョン(空は制限なし)'),
  accounts: z
    .array(accountOrTenant)
    .default([])
    .describe('Approved accounts, subscriptions, tenants; empty: all. / 承認アカウント(空は制限なし)'),
  certificates: z.array(certificate).default([]).describe('Third-party evidence. / 第三者認証'),
  contractCheck: checked.exactOptional().describe('Contract checked. / 契約内容の確認'),
  securityCheck: checked.exactOptional().describe('Security conditions checked. / セキュリティ条件の確認'),
  approval: checked.exactOptional().describe('Approved by whom. / 承認'),
  validUntil: day.exactOptional().describe('Last day of the approval. / 有効期限'),
  nextReview: day.exactOptional().describe('Next review. / 次回見直し日'),
  state: state.describe('State. / 状態'),
  conditions: words.exactOptional().describe('Conditions of the approval. / 承認条件'),
  endedOn: day.exactOptional().describe('Last day of use. / 利用終了日'),
  note: words.exactOptional().describe('Note. / 備考'),
});

/** The register as standard.yaml and register.yaml hold it. */
export const registerSchema: z.ZodType<readonly RegisterEntry[]> = z.array(registerEntrySchema);

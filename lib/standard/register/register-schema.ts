import { z } from 'zod';
import { registerStates, type RegisterEntry } from '../../model/register.ts';
import { problem } from '../problems.ts';

const words = z.string().trim().min(1);
const date = z.iso.date(problem('date'));
const list = z.array(words).default([]);

const checked = z.strictObject({
  by: words.describe('Who checked. / 確認者'),
  on: date.describe('When. / 確認日'),
  reference: words.exactOptional().describe('Number or place of the record. / 記録の番号または保管場所'),
});

const keys = z.strictObject({
  aws: z.array(words.toLowerCase()).default([]).describe('AWS service prefixes. / AWSサービスの接頭辞'),
  azure: list.describe('Azure resource types; * stands for anything. / Azureのリソースの種類(*は任意)'),
  entra: z.array(words.toLowerCase()).default([]).describe('Application ids. / アプリケーションID'),
  tenants: z
    .array(words.toLowerCase())
    .default([])
    .describe('Accounts and tenants of the provider. / 提供者のアカウントやテナントのID'),
});

const certificate = z.strictObject({
  scheme: words.describe('ISMAP, ISO/IEC 27001, SOC 2 … / ISMAP、ISO/IEC 27001、SOC 2 など'),
  reference: words.exactOptional(),
  validUntil: date.exactOptional(),
});

/** A row of the register. */
export const registerEntrySchema = z.strictObject({
  id: words.describe('Number of the row. / 管理番号'),
  name: words.describe('Service. / サービス名'),
  provider: words.describe('Provider. / 提供者'),
  kind: z.enum(['IaaS', 'PaaS', 'SaaS']).exactOptional().describe('Kind. / 区分'),
  purpose: words.exactOptional().describe('Purpose. / 利用目的'),
  owner: words.exactOptional().describe('Who answers for it. / 管理責任者'),
  departments: list.describe('Departments that use it. / 利用部門'),
  classification: words.exactOptional().describe('Information it may hold. / 取り扱う情報と格付'),
  dataLocations: list.describe('Where data may be. / データ所在地'),
  signIn: words.exactOptional().describe('How people sign in. / 認証方式'),
  keys: keys.prefault({}).describe('By what it is recognised. / 検出キー'),
  regions: list.describe('Approved regions and locations; empty: all. / 承認リージョン(空は制限なし)'),
  accounts: list.describe('Approved accounts, subscriptions, tenants; empty: all. / 承認アカウント(空は制限なし)'),
  certificates: z.array(certificate).default([]).describe('Third-party evidence. / 第三者認証'),
  contractCheck: checked.exactOptional().describe('Contract checked. / 契約内容の確認'),
  securityCheck: checked.exactOptional().describe('Security conditions checked. / セキュリティ条件の確認'),
  approval: checked.exactOptional().describe('Approved by whom. / 承認'),
  validUntil: date.exactOptional().describe('Last day of the approval. / 有効期限'),
  nextReview: date.exactOptional().describe('Next review. / 次回見直し日'),
  state: z.enum(registerStates).describe('State. / 状態'),
  conditions: words.exactOptional().describe('Conditions of the approval. / 承認条件'),
  endedOn: date.exactOptional().describe('Last day of use. / 利用終了日'),
  note: words.exactOptional().describe('Note. / 備考'),
});

/** The register as standard.yaml and register.yaml hold it. */
export const registerSchema: z.ZodType<readonly RegisterEntry[]> = z.array(registerEntrySchema);

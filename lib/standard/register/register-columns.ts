import type { Text } from '../../model/text.ts';
import {
  certificatesForm,
  dayForm,
  idsForm,
  kindForm,
  listForm,
  stateForm,
  textForm,
  type CellForm,
} from './cell-forms.ts';

/** A column of the register as a sheet. */
export interface Column {
  readonly title: Text;
  /** Of the field in a row. */
  readonly path: readonly [string] | readonly [string, string];
  readonly form: CellForm;
  /** In characters. */
  readonly width: number;
  /** A sheet without it is none. */
  readonly required?: true;
}

const column = (path: string, ja: string, en: string, form = textForm, width = 18): Column => {
  const [field = '', part] = path.split('.');
  return { title: { ja, en }, path: part === undefined ? [field] : [field, part], form, width };
};
const required = (made: Column): Column => ({ ...made, required: true });

/** Every column, in the order in which a sheet is written; it is read in any. */
export const registerColumns: readonly Column[] = [
  required(column('id', '管理番号', 'ID', textForm, 12)),
  required(column('name', 'サービス名', 'Service', textForm, 28)),
  required(column('provider', '提供者', 'Provider', textForm, 24)),
  column('kind', '区分', 'Kind', kindForm, 10),
  required(column('state', '状態', 'State', stateForm, 14)),
  column('departments', '利用部門', 'Departments', listForm, 20),
  column('purpose', '利用目的', 'Purpose', textForm, 28),
  column('owner', '管理責任者', 'Owner', textForm, 22),
  column('classification', '取り扱う情報と格付', 'Information and classification', textForm, 24),
  column('dataLocations', 'データ所在地', 'Data locations', listForm, 18),
  column('signIn', '認証方式(SSO/MFA)', 'Sign-in (SSO/MFA)', textForm, 20),
  column('keys.aws', '検出キー(AWSサービス接頭辞)', 'Keys (AWS service prefixes)', idsForm, 26),
  column('keys.azure', '検出キー(Azureリソースの種類)', 'Keys (Azure resource types)', idsForm, 32),
  column('keys.entra', '検出キー(EntraアプリケーションID)', 'Keys (Entra application ids)', idsForm, 38),
  column('keys.tenants', '検出キー(テナント・アカウントID)', 'Keys (tenant and account ids)', idsForm, 38),
  column('regions', '承認リージョン', 'Approved regions', idsForm, 18),
  column('accounts', '承認アカウント', 'Approved accounts', idsForm, 38),
  column('certificates', '第三者認証', 'Third-party certificates', certificatesForm, 30),
  column('contractCheck.by', '契約内容の確認者', 'Contract checked by'),
  column('contractCheck.on', '契約内容の確認日', 'Contract checked on', dayForm, 14),
  column('contractCheck.reference', '契約内容の確認の記録番号', 'Record of the contract check'),
  column('securityCheck.by', 'セキュリティ条件の確認者', 'Security checked by'),
  column('securityCheck.on', 'セキュリティ条件の確認日', 'Security checked on', dayForm, 14),
  column('securityCheck.reference', 'セキュリティ条件の確認の記録番号', 'Record of the security check'),
  column('approval.reference', '承認番号', 'Approval number'),
  column('approval.by', '承認者', 'Approved by'),
  column('approval.on', '承認日', 'Approved on', dayForm, 14),
  column('validUntil', '有効期限', 'Valid until', dayForm, 14),
  column('nextReview', '次回見直し日', 'Next review', dayForm, 14),
  column('conditions', '承認条件', 'Conditions', textForm, 32),
  column('endedOn', '利用終了日', 'Ended on', dayForm, 14),
  column('note', '備考', 'Note', textForm, 32),
];

/** The column of a field, or of the field that holds it. */
export function columnOf(path: readonly PropertyKey[]): Column | undefined {
  return registerColumns.find((each) => each.path.every((part, index) => part === path[index]));
}

/** What people of both languages call a column. */
export function nameOf({ title }: Column): Text {
  return { ja: `「${title.ja}」(${title.en})`, en: `"${title.en}" (${title.ja})` };
}

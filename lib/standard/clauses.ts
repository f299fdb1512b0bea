import type { ClauseNumber } from '../model/clause.ts';
import type { ClauseInfo } from '../model/clause-info.ts';
import type { Text } from '../model/text.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

const byNumber: Readonly<Record<ClauseNumber, Omit<ClauseInfo, 'number' | 'article'>>> = {
  '7.1': {
    text: text('利用者ごとに識別可能なアカウントを付与する。', 'Every user has an identifiable account of their own.'),
    attest: text('各アカウントが実在する1人の利用者に対応していること', 'Each account belongs to one real person'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.16'], 'NIST SP 800-53 r5': ['AC-2', 'IA-2'] },
  },
  '7.2': {
    text: text('アカウントの共有は禁止する。', 'Sharing an account is forbidden.'),
    attest: text('パスワードや鍵を複数人で共有していないこと', 'No password or key is used by several people'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.17'], 'NIST SP 800-53 r5': ['IA-2'] },
  },
  '7.3': {
    text: text('必要最小限の権限を付与する。', 'Least privilege.'),
    attest: text('付与された権限が職務に必要であること', 'The permissions granted are needed for the job'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.5.15', 'A.8.2', 'A.8.3'],
      'NIST SP 800-53 r5': ['AC-6'],
      'CIS AWS Foundations 6.0': ['2.14', '2.15'],
    },
  },
  '7.4': {
    text: text(
      '不要となったアカウントは速やかに削除又は停止する。',
      'An account no longer needed is deleted or suspended promptly.',
    ),
    attest: text('退職・異動の記録と照合していること', 'Accounts are compared with the records of leavers and movers'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.5.18'],
      'NIST SP 800-53 r5': ['AC-2(3)'],
      'CIS AWS Foundations 6.0': ['2.11'],
    },
  },
  '7.5': {
    text: text('権限は定期的に見直す。', 'Permissions are reviewed periodically.'),
    attest: text('見直しを実施し、承認した記録があること', 'The review was held, and its approval is on record'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.18'], 'NIST SP 800-53 r5': ['AC-2', 'AC-6(7)'] },
  },
  '8.1': {
    text: text('パスワードは十分な複雑性を有するものとする。', 'Passwords are sufficiently complex.'),
    attest: text('AWS以外のシステムのパスワード', 'Passwords of systems other than AWS'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.5.17'],
      'NIST SP 800-53 r5': ['IA-5(1)'],
      'CIS AWS Foundations 6.0': ['2.7', '2.8'],
    },
  },
  '8.2': {
    text: text('初期パスワードは初回利用時に変更する。', 'An initial password is changed at first use.'),
    attest: text(
      '初回変更を強制して発行していること(APIからは兆候しか分かりません)',
      'Passwords are issued with a forced change (APIs show only signs of it)',
    ),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.17'], 'NIST SP 800-53 r5': ['IA-5'] },
  },
  '8.3': {
    text: text(
      '多要素認証を利用可能なシステムでは原則として利用する。',
      'Multi-factor authentication is used wherever a system offers it.',
    ),
    attest: text('クラウド以外のシステムの多要素認証', 'MFA of systems outside the clouds'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.8.5'],
      'NIST SP 800-53 r5': ['IA-2(1)', 'IA-2(2)'],
      'CIS AWS Foundations 6.0': ['2.4', '2.9'],
    },
  },
  '8.4': {
    text: text('認証情報を第三者へ提供してはならない。', 'Credentials are not handed to third parties.'),
    attest: text('委託先などへ認証情報を渡していないこと', 'No credential was given to a contractor or vendor'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.17'], 'NIST SP 800-53 r5': ['IA-5'] },
  },
  '11.1': {
    text: text('ネットワーク機器は適切に管理する。', 'Network devices are managed properly.'),
    attest: text('社内のネットワーク機器の管理', 'Management of network devices on premises'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.8.20'],
      'NIST SP 800-53 r5': ['SC-7', 'CM-8'],
      'CIS AWS Foundations 6.0': ['4.7', '6.5'],
    },
  },
  '11.2': {
    text: text('無線LANは十分な暗号化方式を採用する。', 'Wireless LAN uses sufficient encryption.'),
    attest: text('無線LANの暗号化方式', 'The encryption of wireless LANs'),
    mappings: { 'ISO/IEC 27001:2022': ['A.8.20', 'A.8.24'], 'NIST SP 800-53 r5': ['AC-18'] },
  },
  '11.3': {
    text: text('不要な通信ポートは閉鎖する。', 'Unneeded ports are closed.'),
    attest: text('許可したポートが業務に必要であること', 'The allowed ports are needed'),
    mappings: {
      'ISO/IEC 27001:2022': ['A.8.20', 'A.8.22'],
      'NIST SP 800-53 r5': ['SC-7', 'CM-7'],
      'CIS AWS Foundations 6.0': ['6.2', '6.3', '6.4'],
    },
  },
  '11.4': {
    text: text(
      '外部接続は適切な認証及びアクセス制御を行う。',
      'External connections are authenticated and access-controlled.',
    ),
    attest: text(
      '専用線・拠点間接続の相手先との取り決め',
      'Agreements with the far ends of leased lines and site links',
    ),
    mappings: { 'ISO/IEC 27001:2022': ['A.8.21'], 'NIST SP 800-53 r5': ['AC-17', 'SC-7'] },
  },
  '12.1': {
    text: text('承認されたクラウドサービスのみ利用する。', 'Only approved cloud services are used.'),
    attest: text('AWS以外のクラウドサービスの利用状況', 'Which cloud services outside AWS are used'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.23'], 'NIST SP 800-53 r5': ['SA-9', 'CM-8'] },
  },
  '12.2': {
    text: text(
      '契約内容及びセキュリティ条件を事前に確認する。',
      'Contract and security conditions are checked beforehand.',
    ),
    attest: text('契約とセキュリティ条件を確認した記録', 'The record of the contract and security check'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.20', 'A.5.23'], 'NIST SP 800-53 r5': ['SA-9'] },
  },
  '12.3': {
    text: text('アクセス権限を適切に管理する。', 'Access permissions are managed properly.'),
    attest: text('クラウドサービスごとの管理者の承認', 'The approval of the administrators of each service'),
    mappings: { 'ISO/IEC 27001:2022': ['A.5.15', 'A.5.18'], 'NIST SP 800-53 r5': ['AC-3'] },
  },
  '12.4': {
    text: text('利用終了時はデータ削除等を確認する。', 'At the end of use, data deletion is confirmed.'),
    attest: text('データ削除の確認書', 'The confirmation that data was deleted'),
    mappings: { 'ISO/IEC 27001:2022': ['A.8.10', 'A.5.23'], 'NIST SP 800-53 r5': ['MP-6'] },
  },
};

/**
 * The clauses of Articles 7, 8, 11 and 12 of the security operation standard (セキュリティ運用基準書), in order. The
 * mappings are this project's own judgement, and narrow on purpose.
 */
export const clauses: readonly ClauseInfo[] = (Object.keys(byNumber) as ClauseNumber[])
  .map((number) => ({ number, article: Math.trunc(Number(number)), ...byNumber[number] }))
  .toSorted((a, b) => Number(a.number) - Number(b.number));

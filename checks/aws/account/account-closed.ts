import type { OrganizationAccount } from '../../../lib/model/aws/organization.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { unitResource } from '../../../lib/model/unit-resource.ts';

export default defineCheck({
  id: 'aws-account-closed',
  clauses: ['12.4'],
  severity: 'low',
  title: {
    ja: '閉鎖または停止されたAWSアカウントにデータが残っている',
    en: 'A closed or suspended AWS account still holds its data',
  },
  why: {
    ja: '閉鎖したAWSアカウントの中身は、90日の閉鎖後期間が過ぎるまでAWSに残り、その間は再開できます。アクセスはできず、点検もできません。停止（SUSPENDED）されたアカウントの中身は、再開か閉鎖まで残ります。組織の一覧で状態が ACTIVE でないアカウントを、管理アカウントの点検で指摘します。一覧から消えると「是正済み」となり、いつまであり、いつなくなったかが facts/deletions.ndjson に残ります。CloudTrailの証跡は閉鎖後も記録を続けることがあります。登録が完了していないアカウント（PENDING_ACTIVATION）はデータを持たないため適合です。',
    en: 'What is in a closed AWS account stays with AWS until its post-closure period of 90 days is over, and the account can be reopened until then; nobody can enter it, and no scan sees into it. What is in a suspended account stays until it is reinstated or closed. Accounts that the organization lists in any other state than ACTIVE are found in the scan of the management account. When an account is no longer listed the finding is resolved, and facts/deletions.ndjson keeps until when it was there and when it was gone. Trails of CloudTrail may go on after the closure. An account whose sign-up was never completed (PENDING_ACTIVATION) holds nothing, and passes.',
  },
  fix: {
    ja: '閉鎖する前に、データの退避と削除の証跡（点検結果、KMSキーの削除）を残します。閉鎖済みなら、90日の期間が過ぎて一覧から消えたことを次の点検で確かめます。停止されたアカウントは、理由をAWSサポートに確かめて再開し、データを確認してから閉鎖します。',
    en: 'Save what is needed, delete the rest and keep the evidence (scans, the deletion of KMS keys) before an account is closed. Of a closed one, let the next scans show that it is no longer listed after 90 days. Ask AWS Support why an account was suspended, have it reinstated, look at its data, and close it.',
  },
  reads: ['aws.managedAccounts'],
  find: ({ 'aws.managedAccounts': { accounts, unread } }, { unit }) => [
    ...accounts.map((account) => judge(account, unit)),
    ...(unread ? [{ status: 'unknown' as const, resource: unitResource(unit), unread }] : []),
  ],
});

/** States in which nobody enters an account that may hold data ("Monitor the state of your AWS accounts"). */
const ended: Readonly<Record<string, { readonly severity: Severity; readonly said: Text }>> = {
  PENDING_CLOSURE: {
    severity: 'low',
    said: { ja: '閉鎖の処理中です', en: 'is being closed' },
  },
  CLOSED: {
    severity: 'low',
    said: {
      ja: '閉鎖されていますが、90日の閉鎖後期間が過ぎるまで中身が残ります',
      en: 'is closed, and what is in it stays until its post-closure period of 90 days is over',
    },
  },
  SUSPENDED: {
    severity: 'medium',
    said: {
      ja: '停止されており、中身は再開か閉鎖まで残ります',
      en: 'is suspended, and what is in it stays until it is reinstated or closed',
    },
  },
};

function judge({ id, name, state }: OrganizationAccount, unit: Unit): Judgement {
  const resource = { ...unitResource(unit), type: 'aws-account', id: `aws:${id}`, name };
  const operation = 'organizations:ListAccounts';
  if (state === undefined) {
    const message = `the answer does not say the state of ${id}`;
    return { status: 'unknown', resource, unread: { operation, code: 'NotInAnswer', message } };
  }
  const found = ended[state];
  if (state === 'ACTIVE' || state === 'PENDING_ACTIVATION') return { status: 'pass', resource };
  if (!found) {
    const message = `${state} of ${id} is no state that this version knows`;
    return { status: 'unknown', resource, unread: { operation, code: 'UnknownValue', message } };
  }
  return {
    status: 'fail',
    resource,
    severity: found.severity,
    detail: {
      ja: `AWSアカウント ${name}（${id}）は${found.said.ja}。`,
      en: `AWS account ${name} (${id}) ${found.said.en}.`,
    },
    evidence: [
      { what: { ja: `アカウントの状態は ${state}`, en: `The state of the account is ${state}` }, operation, ref: id },
    ],
    remediation: [
      { kind: 'aws-cli', text: command`aws organizations describe-account --account-id ${id} --query Account.State` },
      {
        kind: 'console',
        text: {
          ja: `${id} の中身がまだ必要なら、期間内にAWSサポートへ再開を依頼し、退避と削除を済ませてから閉鎖します。不要なら、一覧から消えるまで待ちます。`,
          en: `Where what is in ${id} is still needed, ask AWS Support to reopen it in time, save and delete its data, and close it again; otherwise wait until it is no longer listed.`,
        },
      },
    ],
  };
}

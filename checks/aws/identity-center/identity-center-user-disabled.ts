import { peopleHolding, personResource, type Person } from '../../../lib/model/aws/people-holding.ts';
import { partlyReadHolders } from '../../../lib/model/aws/partly-read-holders.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import { permissionSetsEvidence } from '../../../lib/model/aws/permission-sets-evidence.ts';

export default defineCheck({
  id: 'aws-identity-center-user-disabled',
  clauses: ['7.4'],
  severity: 'low',
  title: {
    ja: '無効な利用者に許可セットの割り当てが残っている',
    en: 'A disabled person still holds permission sets',
  },
  why: {
    ja: '無効化された利用者はサインインできませんが、グループや割り当てが残っていると、再び有効にされたときに以前の権限がそのまま戻ります。異動や退職のあとに残る権限の多くはこの形です。IAM Identity Centerを読み取れる場合に判定します。',
    en: 'Who is disabled cannot sign in; but groups and assignments that stay come back in full when the identity is enabled again. Much of what people keep after they move or leave has this form. Judged where IAM Identity Center can be read.',
  },
  fix: {
    ja: 'グループから外し、直接の割り当てを削除します。戻る予定がなければ利用者を削除します。',
    en: 'Take the person out of the groups, delete direct assignments, and delete the identity if nobody is coming back.',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': access }, { unit }) => [
    ...peopleHolding(access)
      // Where the store does not say whether somebody is enabled, there is nothing to judge.
      .filter(({ person }) => person.enabled !== undefined)
      .map((each) => judge(each, personResource(unit, each))),
    ...partlyReadHolders(unit, access),
  ],
});

function judge(each: Person, resource: Resource): Judgement {
  const { name, enabled } = each.person;
  const [first, ...rest] = permissionSetsEvidence(each);
  if (enabled || !first) return { status: 'pass', resource };
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `無効な利用者 ${name} に、アカウント ${resource.account} の許可セットが残っています。`,
      en: `${name} is disabled and still holds permission sets of account ${resource.account}.`,
    },
    evidence: [first, ...rest],
    remediation: [
      {
        kind: 'console',
        text: {
          ja: `IAM Identity Centerのコンソールで［ユーザー］から ${name} を開き、［グループ］と［AWSアカウント］の割り当てを外します。`,
          en: `In the IAM Identity Center console open ${name} under Users, and remove its groups and its assignments under AWS accounts.`,
        },
      },
    ],
  };
}

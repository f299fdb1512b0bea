import { genericWordsIn } from '../../../lib/model/aws/generic-name.ts';
import { peopleHolding, personResource, type Person } from '../../../lib/model/aws/people-holding.ts';
import { partlyReadHolders } from '../../../lib/model/aws/partly-read-holders.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import { permissionSetsEvidence } from '../../../lib/model/aws/permission-sets-evidence.ts';

export default defineCheck({
  id: 'aws-identity-center-user-generic',
  clauses: ['7.1', '7.2'],
  severity: 'medium',
  title: {
    ja: 'IAM Identity Centerに共用と思われる汎用名の利用者がいる',
    en: 'A person of IAM Identity Center has a generic name',
  },
  why: {
    ja: '共用の利用者では、誰が操作したかを特定できず、退職者もサインインできるままになります。IAM Identity Centerを読み取れる場合に、名前が汎用の語だけでできているか、共用を表す語を含み、このアカウントの許可セットを持つ利用者を指摘します。共用されていることの証明ではないため、利用者の確認が要ります。',
    en: 'A shared identity never tells who acted, and those who left can still sign in. Where IAM Identity Center can be read, found are people who hold a permission set of this account and whose name consists of generic words only, or holds a word that means sharing. A name proves no sharing: ask who uses it.',
  },
  fix: {
    ja: '誰が使っているかを確かめ、一人ずつ個人の利用者を登録してから、共用の利用者の割り当てを外します。',
    en: 'Find out who uses it, register each of them in person, and take the shared identity off its assignments.',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': access }, { unit }) => [
    ...peopleHolding(access)
      .filter(({ person }) => !person.isUnread)
      .map((each) => judge(each, personResource(unit, each))),
    ...partlyReadHolders(unit, access),
  ],
});

function judge(each: Person, resource: Resource): Judgement {
  const { name } = each.person;
  const words = genericWordsIn(name);
  if (words.length === 0) return { status: 'pass', resource };
  const quoted = words.join(', ');
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `利用者 ${name} の名前は個人を表さず(${quoted})、アカウント ${resource.account} に入れます。`,
      en: `The name of ${name} says nobody in particular (${quoted}), and it gets into account ${resource.account}.`,
    },
    evidence: [
      {
        what: { ja: `名前に含まれる汎用の語: ${quoted}`, en: `Generic words: ${quoted}` },
        operation: 'identitystore:ListUsers',
        ref: resource.id,
      },
      ...permissionSetsEvidence(each),
    ],
    remediation: [
      {
        kind: 'console',
        text: {
          ja: `IAM Identity Centerのコンソールで［ユーザー］から ${name} を開き、誰が使っているかを確かめて、個人の利用者に置き換えます。`,
          en: `In the IAM Identity Center console open ${name} under Users, find out who uses it, and replace it by people of their own.`,
        },
      },
    ],
  };
}

import { defineCheck } from '../../../lib/model/check.ts';
import { judgeHolders } from '../../../lib/model/azure/access-judgements.ts';

export default defineCheck({
  id: 'azure-assignment-orphaned',
  clauses: ['7.4', '12.3'],
  severity: 'medium',
  title: {
    ja: '存在しないアカウントへのロールの割り当てが残っている',
    en: 'A role is still assigned to an account that does not exist',
  },
  why: {
    ja: 'ディレクトリから削除されたアカウントの割り当ては、Azureでは消えずに残ります。退職時の手続きから漏れた証拠であり、削除されたアカウントを復元すると権限も戻ります。ディレクトリを読めなかったときは不明とします。',
    en: 'When an account is deleted from the directory, its role assignments stay in Azure. They show that offboarding missed something, and restoring the account restores its rights. Where the directory was not read, this is unknown.',
  },
  fix: {
    ja: '割り当てを削除し、アカウントを削除する手続きにAzureのロールの取り外しを加えます。',
    en: 'Delete the assignment, and make taking Azure roles away a step of deleting an account.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    return judgeHolders(access, unit, {
      wrong: ({ rule, power }) =>
        rule === 'orphaned-assignment'
          ? {
              severity: power === 'other' ? 'low' : 'medium',
              why: {
                ja: 'このIDの利用者、グループ、アプリはディレクトリにありません。',
                en: 'The directory has no user, group or application with this id.',
              },
            }
          : undefined,
      concerns: ({ account, roles }) => account !== 'external' && roles.some(({ via }) => !via),
      needs: ['account'],
    });
  },
});

import { defineCheck } from '../../../lib/model/check.ts';
import { judgeHolders } from '../../../lib/model/azure/access-judgements.ts';

export default defineCheck({
  id: 'azure-data-plane-wide',
  clauses: ['7.3', '12.3'],
  severity: 'medium',
  title: {
    ja: 'データやシークレットを操作するロールをサブスクリプション全体で保持している',
    en: 'A role over data or secrets is held on a whole subscription',
  },
  why: {
    ja: 'ストレージBLOBデータ所有者やキー コンテナーのロールは、管理の操作ではなくデータそのものに及びます。サブスクリプション以上で持つと、将来作られる保管庫も含め、すべてのデータやシークレットに届きます。',
    en: 'Roles such as Storage Blob Data Owner and those of Key Vault reach the data itself, and not only its management. Held on a subscription or above they reach every account and vault, including those yet to be made.',
  },
  fix: {
    ja: '割り当ての範囲を、必要なストレージ アカウントやキー コンテナーに狭めます。',
    en: 'Narrow the assignment to the storage account or vault that needs it.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    return judgeHolders(access, unit, {
      wrong: ({ rule, actions }) =>
        rule === 'data-plane-at-subscription'
          ? {
              severity: 'medium',
              why: { ja: `データの操作: ${actions.join(', ')}。`, en: `Its data actions: ${actions.join(', ')}.` },
            }
          : undefined,
      concerns: ({ roles }) => roles.some(({ how, via }) => how !== 'external' && !via),
      needs: ['role'],
    });
  },
});

import { defineCheck } from '../../../lib/model/check.ts';
import type { HeldRole, RolePower } from '../../../lib/model/azure/access.ts';
import { judgeHolders, type Wrong } from '../../../lib/model/azure/access-judgements.ts';

export default defineCheck({
  id: 'azure-privileged-account',
  clauses: ['7.3', '7.4', '12.3'],
  severity: 'high',
  title: {
    ja: 'ゲスト又は無効なアカウントが特権ロールを保持している',
    en: 'A guest or a disabled account holds a privileged role',
  },
  why: {
    ja: 'ゲストの認証は相手のテナントが行い、退職も相手しか知りません。無効なアカウントの割り当ては誰も使わず、有効に戻した瞬間に特権が戻ります。グループを通じて持つものも数えます。',
    en: 'Another tenant authenticates a guest, and it alone knows when that person leaves. Nobody needs the roles of a disabled account, and whoever enables it again has them back at once. Roles that come through groups count.',
  },
  fix: {
    ja: 'ゲストの特権ロールは自組織のアカウントに移し、無効なアカウントの割り当ては削除します。',
    en: 'Move privileged roles of guests to accounts of your own, and delete the assignments of disabled accounts.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    return judgeHolders(access, unit, {
      wrong,
      concerns: ({ kind, account, roles }) =>
        kind !== 'group' && account !== 'orphaned' && account !== 'external' && roles.some(isPrivileged),
      needs: ['account', 'role'],
    });
  },
});

const privileged: ReadonlySet<RolePower> = new Set([
  'owner',
  'access',
  'contributor',
  'role-writer',
  'escalation',
  'data',
  'unknown',
]);

function isPrivileged({ how, power }: HeldRole): boolean {
  return how !== 'external' && privileged.has(power);
}

function wrong({ rule }: HeldRole): Wrong | undefined {
  if (rule === 'guest-privileged')
    return {
      severity: 'high',
      why: {
        ja: 'これは別のテナントのゲストです。',
        en: 'The holder is a guest from another tenant.',
      },
    };
  if (rule !== 'disabled-account-privileged') return undefined;
  return {
    severity: 'medium',
    why: { ja: 'このアカウントは無効です。', en: 'The account is disabled.' },
  };
}

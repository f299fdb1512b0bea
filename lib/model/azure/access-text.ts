import type { Text } from '../text.ts';
import type { AzureHolder, EscalationPath, HeldRole } from './access.ts';
import { armName, resourceGroupOf } from './arm-id.ts';
import type { ScopeLevel } from './role-scope.ts';

const levels: Readonly<Record<ScopeLevel, Text>> = {
  root: { ja: 'テナントのルート(/)', en: 'the root of the tenant (/)' },
  'management-group': { ja: '管理グループ', en: 'management group' },
  subscription: { ja: 'サブスクリプション', en: 'subscription' },
  'resource-group': { ja: 'リソースグループ', en: 'resource group' },
  resource: { ja: 'リソース', en: 'resource' },
};

/** A scope in words: `resource group app`. */
export function scopeText({ scope, level }: Pick<HeldRole, 'scope' | 'level'>): Text {
  const { ja, en } = levels[level];
  if (level === 'root') return { ja, en };
  const name = level === 'resource-group' ? (resourceGroupOf(scope) ?? armName(scope)) : armName(scope);
  return { ja: `${ja}「${name}」`, en: `${en} ${name}` };
}

/** What a principal holds, in a sentence without its full stop. */
export function heldText({ name }: Pick<AzureHolder, 'name'>, role: HeldRole): Text {
  const scope = scopeText(role);
  const through = role.via
    ? { ja: `グループ ${role.via.name} を通じて`, en: ` through the group ${role.via.name}` }
    : { ja: '', en: '' };
  return {
    ja: `${name} は、${through.ja}${scope.ja}に対する ${role.roleName} を保持しています`,
    en: `${name} holds ${role.roleName} on ${scope.en}${through.en}`,
  };
}

/** That a condition was not understood; empty where there is none such. */
export function conditionText({ hasUnclearCondition }: HeldRole): Text {
  if (!hasUnclearCondition) return { ja: '', en: '' };
  return {
    ja: '割り当ての条件は解釈できないため、制限がないものとして扱いました。',
    en: ' The condition of the assignment was not understood, and is taken for none.',
  };
}

/** The way in a line: `hanako → Microsoft.Compute/virtualMachines/runCommand/action → vm1 → vm1 → Owner`. */
export function pathText({ steps, reached }: EscalationPath): string {
  const [first] = steps;
  const along = steps.flatMap(({ action, resourceName, identityName }) => [action, resourceName, identityName]);
  return [first.actorName, ...along, reached.roleName].join(' → ');
}

import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource } from '../cases/subscription.ts';

const operation = 'Microsoft.Resources/resources';
const azure = {
  types: ['Microsoft.Compute/*', 'Microsoft.KeyVault/vaults'],
  locations: [],
  ignoredTypes: ['Microsoft.Insights/*'],
};
const standard: CheckCase['standard'] = { approved: { services: [], regions: [], applications: [], azure } };
const using = (...types: readonly string[]): CheckCase['given'] =>
  inSubscription(answering(operation, ...types.map((type) => resource(type, 'one'))));

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '大文字小文字の違い、子リソース、無視する種類、Marketplace',
      en: 'Other case, a child, a type that comes along, the Marketplace',
    },
    given: using(
      'microsoft.keyvault/VAULTS',
      'Microsoft.Sql/servers',
      'Microsoft.Sql/servers/databases',
      'microsoft.insights/actionGroups',
      'Microsoft.Compute/virtualMachines/extensions',
      'Microsoft.SaaS/resources',
    ),
    standard,
    expect: {
      vaults: 'pass',
      servers: 'fail',
      databases: 'fail',
      actiongroups: 'pass',
      extensions: 'pass',
      resources: 'fail',
    },
  },
  {
    name: { ja: '基準に一覧がなければ判定しない', en: 'Without a list in the standard nothing is judged' },
    given: using('Microsoft.Sql/servers'),
    expect: {},
  },
  {
    name: { ja: 'リソースの一覧が読めない', en: 'The resources were refused' },
    given: refused(inSubscription(), operation),
    standard,
    expect: { '5ab5c71b-0000-4000-8000-000000000001': 'unknown' },
  },
];

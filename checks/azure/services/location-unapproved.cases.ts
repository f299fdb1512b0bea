import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource, scope } from '../cases/subscription.ts';

const operation = 'Microsoft.Resources/resources';
const azure = { types: [], locations: ['japaneast', 'Japan West'], ignoredTypes: [] };
const standard: CheckCase['standard'] = { approved: { services: [], regions: [], applications: [], azure } };
const vault = 'Microsoft.KeyVault/vaults';

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '承認済みの場所、未承認の場所、場所のないもの、自動作成されたもの',
      en: 'Approved, not approved, nowhere, made automatically',
    },
    given: inSubscription(
      answering(
        operation,
        resource(vault, 'east'),
        resource(vault, 'west', {}, { location: 'Japan West' }),
        resource(vault, 'us', {}, { location: 'westus' }),
        resource('Microsoft.Network/trafficManagerProfiles', 'tm', {}, { location: 'global' }),
        {
          id: `${scope}/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/nw`,
          type: 'Microsoft.Network/networkWatchers',
          location: 'eastus',
        },
      ),
    ),
    standard,
    expect: { japaneast: 'pass', japanwest: 'pass', westus: 'fail', global: 'pass', eastus: 'fail' },
  },
  {
    name: { ja: '基準に一覧がなければ判定しない', en: 'Without a list in the standard nothing is judged' },
    given: inSubscription(answering(operation, resource(vault, 'us', {}, { location: 'westus' }))),
    expect: {},
  },
  {
    name: { ja: 'リソースの一覧が読めない', en: 'The resources were refused' },
    given: refused(inSubscription(), operation),
    standard,
    expect: { '5ab5c71b-0000-4000-8000-000000000001': 'unknown' },
  },
];

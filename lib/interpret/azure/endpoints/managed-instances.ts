import type { AzureEndpoint } from '../../../model/azure/endpoint.ts';
import { flagIn, given, itemsOf, wordIn } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { everybody } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';

const operation = 'Microsoft.Sql/managedInstances';

/** Managed instances of Azure SQL. The public endpoint is off unless it is said; its subnet's rules guard it. */
export const managedInstances: AzureEndpointSource = {
  kinds: ['sql-managed-instance'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each): AzureEndpoint => {
      const properties = propertiesIn(each);
      const isOpen = flagIn(properties, 'publicDataEndpointEnabled') ?? false;
      const isStopped = wordIn(properties, 'state')?.toLowerCase() === 'stopped';
      return {
        ...endpointOf(each, {
          kind: 'sql-managed-instance',
          operation,
          ports: [3342],
          open: isOpen ? { unread: [] } : { stop: 'public-access-disabled', unread: [] },
          rules: { access: everybody, unread: [] },
        }),
        ...given('subnetId', wordIn(properties, 'subnetId')),
        ...(isStopped && { idle: true }),
      };
    }),
};

import type { AzureEndpoints } from '../../model/azure/endpoint.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import { aiServices } from './endpoints/ai-services.ts';
import type { AzureEndpointSource } from './endpoints/azure-endpoint-source.ts';
import { configurationStores } from './endpoints/configuration-stores.ts';
import { containerApps } from './endpoints/container-apps.ts';
import { containerRegistries } from './endpoints/container-registries.ts';
import { cosmosAccounts } from './endpoints/cosmos-accounts.ts';
import { mysqlServers, postgresqlServers } from './endpoints/flexible-servers.ts';
import { keyVaults } from './endpoints/key-vaults.ts';
import { managedClusters } from './endpoints/managed-clusters.ts';
import { managedInstances } from './endpoints/managed-instances.ts';
import { eventHubs, serviceBuses } from './endpoints/messaging-namespaces.ts';
import { mlWorkspaces } from './endpoints/ml-workspaces.ts';
import { redisCaches } from './endpoints/redis-caches.ts';
import { searchServices } from './endpoints/search-services.ts';
import { sqlServers } from './endpoints/sql-servers.ts';
import { storageAccounts } from './endpoints/storage-accounts.ts';
import { appSlots, webApps } from './endpoints/web-apps.ts';

const sources: readonly AzureEndpointSource[] = [
  storageAccounts,
  sqlServers,
  managedInstances,
  postgresqlServers,
  mysqlServers,
  webApps,
  appSlots,
  managedClusters,
  keyVaults,
  cosmosAccounts,
  containerRegistries,
  aiServices,
  searchServices,
  serviceBuses,
  eventHubs,
  redisCaches,
  mlWorkspaces,
  configurationStores,
  containerApps,
];

/** `azure.endpoints`: what platform services offer outside of the subscription's networks, each kind read or not by itself. */
export const endpoints: PartDefinition<'azure.endpoints'> = {
  per: 'azure-subscription',
  operations: [],
  optional: sources.flatMap(({ operation, more = [] }) => [operation, ...more]),
  interpret: (answers, _unit, { isSkipped } = readWhole) => {
    const read = sources.map((source) => readKinds(source, answers, isSkipped));
    return {
      endpoints: read.flatMap((each) => each.endpoints),
      unread: read.flatMap(({ unread }) => unread),
    };
  },
};

function readKinds(source: AzureEndpointSource, answers: Answers, isSkipped: HowRead['isSkipped']): AzureEndpoints {
  const { kinds, operation } = source;
  const lost = (code: string, message: string): AzureEndpoints => ({
    endpoints: [],
    unread: kinds.map((kind) => ({ kind, unread: { operation, code, message } })),
  });
  if (!Object.hasOwn(answers, operation)) {
    return isSkipped(operation) ? { endpoints: [], unread: [] } : lost('NotCollected', `${operation} was not read`);
  }
  try {
    return { endpoints: source.endpoints(answers), unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kinds unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return lost('UnexpectedAnswer', error.message);
  }
}

import type { AzureFlowLog } from '../../model/azure/flow-log.ts';
import { flagIn, given, itemsOf, numberIn, objectIn, wordIn, type JsonObject } from '../json-object.ts';
import type { PartDefinition } from '../part.ts';
import { namedIn, propertiesIn } from './arm-resource.ts';

const operation = 'Microsoft.Network/networkWatchers/flowLogs';

/** Flow logs of Network Watcher. */
export const flowLogs: PartDefinition<'azure.flowLogs'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureFlowLog => {
      const { id, name } = namedIn(each);
      const properties = propertiesIn(each);
      return {
        id,
        name,
        targetId: wordIn(properties, 'targetResourceId') ?? '',
        enabled: flagIn(properties, 'enabled') ?? false,
        ...given('retentionDays', retentionIn(properties)),
      };
    }),
};

/** Where the policy is off, records are kept for ever. */
function retentionIn(properties: JsonObject): number | undefined {
  const policy = objectIn(properties, 'retentionPolicy');
  if (!policy) return undefined;
  return flagIn(policy, 'enabled') === false ? 0 : numberIn(policy, 'days');
}

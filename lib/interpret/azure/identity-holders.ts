import { identityHolderKinds, type IdentityHolder, type IdentityHolderKind } from '../../model/azure/role.ts';
import { armName } from '../../model/azure/arm-id.ts';
import { readWhole, type Answers, type PartDefinition } from '../part.ts';
import { itemsOf, textIn, wordIn } from '../json-object.ts';
import { carriedIdentities } from './role-identities.ts';

const operations: Readonly<Record<IdentityHolderKind, string>> = {
  'virtual-machine': 'Microsoft.Compute/virtualMachines',
  'scale-set': 'Microsoft.Compute/virtualMachineScaleSets',
  'web-app': 'Microsoft.Web/sites',
  'web-app-slot': 'Microsoft.Web/sites/slots',
  'container-app': 'Microsoft.App/containerApps',
  'container-group': 'Microsoft.ContainerInstance/containerGroups',
  'automation-account': 'Microsoft.Automation/automationAccounts',
  'logic-workflow': 'Microsoft.Logic/workflows',
  'data-factory': 'Microsoft.DataFactory/factories',
  'aks-cluster': 'Microsoft.ContainerService/managedClusters',
  'hybrid-machine': 'Microsoft.HybridCompute/machines',
  'user-assigned-identity': 'Microsoft.ManagedIdentity/userAssignedIdentities',
};

/** Resources that run as a managed identity. Each kind is read or not by itself. */
export const identityHolders: PartDefinition<'azure.identityHolders'> = {
  per: 'azure-subscription',
  operations: [],
  optional: Object.values(operations),
  interpret: (answers, _unit, { isPartial } = readWhole) => {
    const told = identityHolderKinds.map((kind) => ({ kind, found: holdersOf(kind, answers) }));
    const isUnread = ({ kind, found }: (typeof told)[number]): boolean => !found || isPartial(operations[kind]);
    return {
      holders: told.flatMap(({ found }) => found ?? []),
      unread: told.filter(isUnread).map(({ kind }) => ({ kind, operation: operations[kind] })),
    };
  },
};

/** The holders of one kind; undefined when it was not read. */
function holdersOf(kind: IdentityHolderKind, answers: Answers): readonly IdentityHolder[] | undefined {
  const operation = operations[kind];
  if (!Object.hasOwn(answers, operation)) return undefined;
  try {
    return itemsOf(answers, operation).flatMap((each): IdentityHolder[] => {
      const identities = carriedIdentities(kind, each);
      const id = textIn(each, 'id');
      const name = wordIn(each, 'name') ?? armName(id);
      return identities.length > 0 ? [{ id, name, kind, location: wordIn(each, 'location') ?? '', identities }] : [];
    });
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

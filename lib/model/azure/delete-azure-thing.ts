import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { LeftThing } from '../services/service-review.ts';
import { resourceGroupOf, subscriptionOf } from './arm-id.ts';

/** The command that deletes, for good, something that was left in a subscription; or that it only goes by itself. */
export function deleteAzureThing(thing: LeftThing): Remediation {
  if (thing.mustWait) return waitFor(thing);
  const { kind, id } = thing;
  const write = purges[kind];
  if (!write) return { kind: 'azure-cli', text: command`az resource delete --ids ${id}` };
  const text = write(thing, { subscription: subscriptionOf(id) ?? '', group: resourceGroupOf(id) ?? '' });
  return text === undefined ? inPortal(thing) : { kind: 'azure-cli', text };
}

/** Where a deleted resource stood. */
interface Place {
  readonly subscription: string;
  readonly group: string;
}

type Write = (thing: LeftThing, place: Place) => string | undefined;

/** By kind; how each provider deletes for good ("az keyvault purge" and its like in the reference of the Azure CLI). */
const purges: Readonly<Record<string, Write>> = {
  'microsoft.keyvault/deletedvaults': ({ name, region }, { subscription }) =>
    command`az keyvault purge --subscription ${subscription} --location ${region} --name ${name}`,
  'microsoft.keyvault/deletedmanagedhsms': ({ name, region }, { subscription }) =>
    command`az keyvault purge --subscription ${subscription} --location ${region} --hsm-name ${name}`,
  'microsoft.cognitiveservices/deletedaccounts': ({ name, region }, { subscription, group }) =>
    command`az cognitiveservices account purge --subscription ${subscription} --location ${region} --resource-group ${group} --name ${name}`,
  'microsoft.appconfiguration/deletedconfigurationstores': ({ name, region }, { subscription }) =>
    command`az appconfig purge --subscription ${subscription} --location ${region} --name ${name} --yes`,
  'microsoft.apimanagement/deletedservices': ({ name, region }, { subscription }) =>
    command`az apim deletedservice purge --subscription ${subscription} --location ${region} --service-name ${name}`,
  // Only a workspace that stands there can be deleted without a way back.
  'microsoft.operationalinsights/deletedworkspaces': ({ name }, { subscription, group }) =>
    [
      command`az monitor log-analytics workspace recover --subscription ${subscription} --resource-group ${group} --workspace-name ${name}`,
      command`az monitor log-analytics workspace delete --subscription ${subscription} --resource-group ${group} --workspace-name ${name} --force true --yes`,
    ].join(' && '),
  'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems': ({ id }) => {
    const sort = backupSorts.find(({ container }) => container.test(id));
    return (
      sort && `${command`az backup protection disable --ids ${id}`} ${sort.options} --delete-backup-data true --yes`
    );
  },
};

/** What is backed up tells in the name of its container; the command wants it said. Agents and databases have their own ways. */
const backupSorts = [
  { container: /\/protectionContainers\/IaasVMContainer;/i, options: '--backup-management-type AzureIaasVM' },
  {
    container: /\/protectionContainers\/StorageContainer;/i,
    options: '--backup-management-type AzureStorage --workload-type AzureFileShare',
  },
] as const;

function waitFor({ name, deletedOn }: LeftThing): Remediation {
  const day = deletedOn?.slice(0, 10);
  return {
    kind: 'console',
    text: {
      ja: `${name} は論理的に削除されており、消去保護が有効であるか、消去の操作がないため、いま完全に削除することはできません。${day === undefined ? '' : `${day} に`}サービスが自動的に削除したことを、その後の点検で確かめます。`,
      en: `${name} is soft-deleted and cannot be purged now: purge protection is on, or its service offers no way. See in a later scan that the service has deleted it by itself${day === undefined ? '' : ` on ${day}`}.`,
    },
  };
}

function inPortal({ id }: LeftThing): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `Azureポータルで ${id} を開き、内容を確かめて、バックアップを停止しデータを削除します。`,
      en: `Open ${id} in the Azure portal, look at what it holds, stop the backup and delete its data.`,
    },
  };
}

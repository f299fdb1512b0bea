import type { Snapshot } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';
import { listing, type AzureBuilder, type AzureRow } from './azure-builder.ts';

const disks = 'Microsoft.Compute/disks';
const snapshots = 'Microsoft.Compute/snapshots';
const tags = { Owner: 'eigyo@example.com' };

/** What is left of an order system whose use has ended: a loose disk, a snapshot of one that is gone, and a vault that can be recovered. */
export function oldOrders(
  at: AzureBuilder,
  days: DaysBefore,
): { readonly resources: readonly AzureRow[]; readonly responses: Snapshot['responses'] } {
  const [disk, snapshot] = [at.id(disks, 'disk-old-orders'), at.id(snapshots, 'snap-old-orders')];
  const moment = (ago: number): string => days(ago).toISOString();
  const listed = (id: string, type: string): AzureRow => {
    return { id, name: id.split('/').at(-1), type, location: 'japaneast', tags, createdTime: moment(900) };
  };
  const vault = { id: at.id('Microsoft.KeyVault/vaults', 'kv-old-orders'), name: 'kv-old-orders' };
  return {
    resources: [listed(disk, disks), listed(snapshot, snapshots)],
    responses: {
      [disks]: listing([
        at.resource(disks, 'disk-old-orders', {
          diskState: 'Unattached',
          diskSizeGB: 128,
          timeCreated: moment(900),
          creationData: {},
        }),
      ]),
      [snapshots]: listing([
        at.resource(snapshots, 'snap-old-orders', {
          diskState: 'Unattached',
          diskSizeGB: 64,
          timeCreated: moment(420),
          creationData: { sourceResourceId: at.id(disks, 'disk-old-orders-data') },
        }),
      ]),
      'Microsoft.KeyVault/deletedVaults': listing([
        {
          id: `${at.scope}/providers/Microsoft.KeyVault/locations/japaneast/deletedVaults/${vault.name}`,
          name: vault.name,
          type: 'Microsoft.KeyVault/deletedVaults',
          properties: {
            vaultId: vault.id,
            location: 'japaneast',
            deletionDate: moment(30),
            scheduledPurgeDate: moment(-60),
            tags,
          },
        },
      ]),
    },
  };
}

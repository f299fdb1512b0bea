import type { Snapshot } from '../../model/snapshot.ts';
import { groupIds } from '../entra/demo-policies.ts';
import { userIds } from '../entra/demo-users.ts';
import { listing, type AzureBuilder } from './azure-builder.ts';
import { demoRoleDefinitions, roleIds } from './demo-roles.ts';

/** Somebody who was deleted, and whose role nobody took away. */
const gone = '10000000-0000-4000-8000-0000000000ee';
const partnerTenant = '9e57aaaa-0000-4000-8000-0000000000ff';

/** Who may do what in production: too many owners, a guest, somebody who left, an identity that is an owner. */
export function demoAccess(at: AzureBuilder, identity: string): Snapshot['responses'] {
  const machine = at.id('Microsoft.Compute/virtualMachines', 'vm-deploy');
  const group = { principalType: 'Group' } as const;
  const service = { principalType: 'ServicePrincipal' } as const;
  const delegation = `${at.scope}/providers/Microsoft.ManagedServices/registrationDefinitions/de1e6a7e-0000-4000-8000-000000000001`;
  return {
    'Microsoft.Authorization/roleDefinitions': demoRoleDefinitions(at),
    'Microsoft.Authorization/roleAssignments': listing([
      at.assignment(1, userIds['suzuki.ichiro'], roleIds.owner),
      at.assignment(2, userIds['sato.hanako'], roleIds.owner),
      at.assignment(3, userIds['tanaka.kenji'], roleIds.owner),
      at.assignment(4, groupIds.admins, roleIds.owner, group),
      at.assignment(5, userIds['nakamura.mei'], roleIds.owner),
      at.assignment(6, userIds['ito.consultant'], roleIds.contributor),
      at.assignment(7, userIds['kobayashi.left'], roleIds.contributor),
      at.assignment(8, gone, roleIds.reader),
      at.assignment(9, userIds['yamada.taro'], roleIds.userAccessAdministrator, { scope: '/' }),
      at.assignment(10, userIds['mori.akira'], roleIds.everything),
      at.assignment(11, userIds['watanabe.ken'], roleIds.virtualMachineContributor, { scope: machine }),
      at.assignment(12, identity, roleIds.owner, service),
      at.assignment(13, userIds['kato.yui'], roleIds.blobDataOwner),
      at.assignment(14, groupIds.staff, roleIds.reader, group),
      at.assignment(15, userIds['reception'], roleIds.virtualMachineContributor),
    ]),
    'Microsoft.Authorization/classicAdministrators': listing([
      {
        id: `${at.scope}/providers/Microsoft.Authorization/classicAdministrators/c1a55000-0000-4000-8000-000000000001`,
        name: 'c1a55000-0000-4000-8000-000000000001',
        type: 'Microsoft.Authorization/classicAdministrators',
        properties: { emailAddress: 'former.admin@sakura-seiki.example', role: 'CoAdministrator' },
      },
    ]),
    'Microsoft.ManagedServices/registrationDefinitions': listing([
      {
        id: delegation,
        name: 'de1e6a7e-0000-4000-8000-000000000001',
        properties: {
          registrationDefinitionName: 'Partner operations',
          managedByTenantId: partnerTenant,
          authorizations: [
            { principalId: '99999999-0000-4000-8000-000000000001', roleDefinitionId: roleIds.contributor },
          ],
        },
      },
    ]),
    'Microsoft.ManagedServices/registrationAssignments': listing([
      {
        id: `${at.scope}/providers/Microsoft.ManagedServices/registrationAssignments/a5516a00-0000-4000-8000-000000000001`,
        name: 'a5516a00-0000-4000-8000-000000000001',
        properties: { registrationDefinitionId: delegation },
      },
    ]),
  };
}

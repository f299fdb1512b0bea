import { describe, expect, it } from 'vitest';
import { resources } from '../../../interpret/azure/resources.ts';
import type { ServiceInUse } from '../../../model/azure/service-in-use.ts';
import { defaultStandard } from '../../../standard/schema.ts';
import { servicesInUse } from './services-in-use.ts';

const unit = { provider: 'azure', subscription: '5ab5c71b-0000-4000-8000-000000000001' } as const;

function used(list: readonly (readonly [string, string, string?])[], azure: object = {}): readonly ServiceInUse[] {
  const value = list.map(([type, location, group = 'app'], at) => {
    return {
      id: `/subscriptions/${unit.subscription}/resourceGroups/${group}/providers/${type}/r${at}`,
      type,
      location,
    };
  });
  const read = resources.interpret({ 'Microsoft.Resources/resources': { value } }, unit);
  const { approved } = defaultStandard;
  return servicesInUse.analyse({
    unit,
    asOf: new Date('2026-06-01T00:00:00Z'),
    standard: { ...defaultStandard, approved: { ...approved, azure: { ...approved.azure, ...azure } } },
    part: () => read as never,
    unread: () => undefined,
  }).services;
}

describe('services in use', () => {
  it('are counted by type and location, however both are written', () => {
    const services = used([
      ['Microsoft.KeyVault/vaults', 'Japan East'],
      ['microsoft.keyvault/VAULTS', 'japaneast'],
      ['Microsoft.KeyVault/vaults', 'eastus'],
    ]);
    expect(services.map(({ location, count, service }) => [location, count, service])).toEqual([
      ['eastus', 1, 'Key Vault'],
      ['japaneast', 2, 'Key Vault'],
    ]);
  });

  it('keep up to three examples', () => {
    const [service] = used(Array.from({ length: 5 }, () => ['Microsoft.Sql/servers', 'japaneast'] as const));
    expect(service).toMatchObject({ count: 5, service: 'Azure SQL' });
    expect(service?.examples).toHaveLength(3);
  });

  it('are named by type in the namespaces that hold many, and by the namespace that nobody knows', () => {
    const services = used([
      ['Microsoft.Network/bastionHosts', ''],
      ['Microsoft.Compute/virtualMachines/extensions', ''],
      ['Contoso.Widgets/things', ''],
    ]);
    expect(services.map(({ service }) => service)).toEqual(['contoso.widgets', 'Virtual Machines', 'Azure Bastion']);
  });

  it('are approved of by glob without case, children by themselves', () => {
    const types = ['Microsoft.Compute/*', 'microsoft.keyvault/VAULTS'];
    const services = used(
      [
        ['Microsoft.Compute/virtualMachines/extensions', 'x'],
        ['Microsoft.ComputeSchedule/things', 'x'],
        ['Microsoft.KeyVault/vaults', 'x'],
        ['Microsoft.KeyVault/vaults/keys', 'x'],
      ],
      { types },
    );
    expect(services.map(({ isTypeApproved }) => isTypeApproved)).toEqual([true, false, true, false]);
  });

  it('that stand nowhere are in no unapproved place, and without a list nothing is judged', () => {
    const list = [['a/b', 'global'] as const, ['a/c', ''] as const, ['a/d', 'westus'] as const];
    const judged = used(list, { locations: ['Japan East'] });
    expect(judged.map(({ isLocationApproved }) => isLocationApproved)).toEqual([true, true, false]);
    expect(used(list).map(({ isLocationApproved, isTypeApproved }) => isLocationApproved ?? isTypeApproved)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('that Network Watcher or a cluster made are told apart', () => {
    const services = used([
      ['Microsoft.Network/networkWatchers', 'eastus', 'NetworkWatcherRG'],
      ['Microsoft.Network/loadBalancers', 'eastus', 'MC_app_aks1_eastus'],
      ['Microsoft.Network/virtualNetworks', 'eastus'],
    ]);
    expect(services.map(({ isAutomatic }) => isAutomatic)).toEqual([true, true, false]);
  });
});

import { expect, it } from 'vitest';
import {
  assigned,
  definitions,
  directory,
  eligible,
  group,
  members,
  roles,
  servicePrincipal,
  user,
} from '../../checks/azure/cases/access.ts';
import {
  answering,
  idOf,
  inSubscription,
  resource,
  scope,
  subscription,
} from '../../checks/azure/cases/subscription.ts';
import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import { defaultStandard } from '../standard/schema.ts';
import { azurePrincipalFacts } from './azure-principal-facts.ts';
import { tenantModel } from './tenant-model.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const vm = idOf(machines, 'vm1');

it('says who holds how much, and by which way', () => {
  const { responses = {} } = inSubscription(
    definitions(),
    directory(
      user('owner'),
      user('guest', { userType: 'Guest' }),
      user('operator'),
      user('pim'),
      user('member'),
      group('g'),
      servicePrincipal('mi'),
    ),
    members({ g: ['member'] }),
    answering(machines, resource(machines, 'vm1', {}, { identity: { principalId: 'mi' } })),
    assigned(
      ['owner', roles.owner],
      ['guest', roles.reader],
      ['operator', roles.machineContributor, vm],
      ['g', roles.contributor, `${scope}/resourceGroups/app`],
      ['mi', roles.owner],
      ['left', roles.reader],
    ),
    eligible(['pim', roles.owner]),
  );
  const unit: Snapshot = {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses,
    errors: [],
  };
  const reading = tenantModel([unit], defaultStandard).read('azure.access', unit);
  if (!reading.read) throw new Error(JSON.stringify(reading));
  const facts = azurePrincipalFacts(subscription, reading.value);
  const said = facts.map(({ id, kind, privileges, chain, groups }) =>
    [id, kind, privileges, chain.length, groups.join()].join(' '),
  );
  expect(said.toSorted()).toEqual([
    'g azure-group writes 0 ',
    'guest azure-guest reads 0 ',
    'left azure-unknown reads 0 ',
    'member azure-user can-become-administrator 2 g',
    'mi azure-managed-identity administrator 0 ',
    'operator azure-user can-become-administrator 2 ',
    'owner azure-user administrator 0 ',
    'pim azure-user can-become-administrator 0 ',
  ]);
  expect(facts.find(({ id }) => id === 'pim')?.entitlements.policies).toEqual([
    `Owner (subscription ${subscription}, eligible)`,
  ]);
});

import { describe, expect, it } from 'vitest';
import {
  activated,
  assigned,
  definitions,
  delegated,
  directory,
  eligible,
  group,
  members,
  roles,
  servicePrincipal,
  user,
} from '../../../../checks/azure/cases/access.ts';
import {
  answering,
  idOf,
  inSubscription,
  refused,
  resource,
  scope,
  subscription,
} from '../../../../checks/azure/cases/subscription.ts';
import { tenantModel } from '../../../evaluate/tenant-model.ts';
import type { AzureAccess } from '../../../model/azure/access.ts';
import type { CaseSnapshot } from '../../../model/check-case.ts';
import { snapshotSchema, type Snapshot } from '../../../model/snapshot.ts';
import { defaultStandard } from '../../../standard/schema.ts';

/** What is worked out of a subscription. */
function accessOf(given: CaseSnapshot): AzureAccess {
  const unit: Snapshot = {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses: given.responses ?? {},
    errors: given.errors ?? [],
  };
  const reading = tenantModel([unit], defaultStandard).read('azure.access', unit);
  if (!reading.read) throw new Error(JSON.stringify(reading));
  return reading.value;
}

/** Every word with whom it is about. */
function said({ holders }: AzureAccess): readonly string[] {
  const words = holders.flatMap(({ id, roles: held, path }) => [
    ...held.flatMap(({ rule }) => (rule ? [`${rule} ${id}`] : [])),
    ...(path ? [`escalation-path ${id}`] : []),
  ]);
  return [...new Set(words)].toSorted();
}

const staff = directory(
  ...['a', 'b', 'c', 'd'].map((id) => user(id)),
  user('guest', { userType: 'Guest' }),
  user('gone', { accountEnabled: false }),
  group('g'),
  servicePrincipal('mi'),
  servicePrincipal('mi2'),
);
const app = `${scope}/resourceGroups/app`;
const machines = 'Microsoft.Compute/virtualMachines';
const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const vm = idOf(machines, 'vm1');
const machine = (name: string, identity: object): object => resource(machines, name, {}, { identity });
const runsAsMi = answering(machines, machine('vm1', { principalId: 'mi' }));

describe('roles that are held', () => {
  it.each([
    ['an Owner of a resource group is nothing', [['a', roles.owner, app]], []],
    ['a guest who owns a resource group', [['guest', roles.owner, app]], ['guest-privileged guest']],
    ['a Contributor of a resource group is nothing', [['a', roles.contributor, app]], []],
    ['the root', [['a', roles.userAccessAdministrator, '/']], ['privileged-at-root a']],
    ['ids in any case', [['a', roles.owner.toUpperCase(), scope.toUpperCase()]], ['privileged-at-subscription a']],
    ['a guest', [['guest', roles.owner]], ['guest-privileged guest']],
    ['a guest who reads', [['guest', roles.reader]], []],
    ['a disabled account', [['gone', roles.contributor]], ['disabled-account-privileged gone']],
    ['nobody who reads', [['nobody', roles.reader]], ['orphaned-assignment nobody']],
    ['data of the subscription', [['a', roles.blobOwner]], ['data-plane-at-subscription a']],
    ['operates one machine', [['a', roles.machineContributor, vm]], []],
    ['operates all machines', [['a', roles.machineContributor]], ['escalation-role-assignment a']],
  ] as const)('%s', (_, list, expected) => {
    expect(said(accessOf(inSubscription(definitions(), staff, assigned(...list))))).toEqual(expected);
  });

  it.each([
    [
      'an exception takes nothing from another permission',
      [
        { actions: ['*'], notActions: ['Microsoft.Authorization/*'] },
        { actions: ['Microsoft.Authorization/roleAssignments/write'] },
      ],
      ['custom-owner-role a'],
    ],
    [
      'everything but giving roles',
      [{ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }],
      ['privileged-at-subscription a'],
    ],
    ['everything less all that writes', [{ actions: ['*'], notActions: ['*/write', '*/action', '*/delete'] }], []],
    ['a star in the middle', [{ actions: ['Microsoft.Authorization/*/write'] }], ['escalation-role-assignment a']],
    [
      'a star that stands for nothing',
      [{ actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action'] }],
      ['escalation-role-assignment a'],
    ],
    ['only reading', [{ actions: ['*/read'], dataActions: ['*/read'] }], []],
  ] as const)('a custom role: %s', (_, permissions, expected) => {
    const given = inSubscription(definitions(...permissions), staff, assigned(['a', roles.custom]));
    expect(said(accessOf(given))).toEqual(expected);
  });

  it('tells what was activated, what is standing, and what is eligible', () => {
    const given = inSubscription(
      definitions(),
      staff,
      assigned(['a', roles.owner], ['b', roles.owner]),
      activated(['b', roles.owner]),
      eligible(['c', roles.owner], ['d', roles.reader]),
    );
    const found = accessOf(given);
    expect(said(found)).toEqual(['activated-privileged b', 'eligible-privileged c', 'privileged-at-subscription a']);
    expect(found.owners).toEqual(['a']);
  });

  it('counts people once, through nested groups', () => {
    const given = inSubscription(
      definitions(),
      directory(...['a', 'b'].map((id) => user(id)), group('g'), group('inner'), servicePrincipal('app')),
      {
        '/groups/{id}/transitiveMembers': [
          { input: { id: 'g' }, output: { value: [group('inner'), servicePrincipal('app')] } },
          { input: { id: 'inner' }, output: { value: [user('a'), user('b')] } },
        ],
      },
      assigned(['a', roles.owner], ['g', roles.owner]),
    );
    expect(accessOf(given).owners).toEqual(['a', 'b']);
  });

  it('does not know a role that was not read, and knows the others', () => {
    const found = accessOf(inSubscription(definitions(), staff, assigned(['a', roles.custom], ['b', roles.owner])));
    expect(said(found)).toEqual(['privileged-at-subscription b']);
    expect(found.unknowns.map(({ about, principal }) => `${about} ${principal}`)).toEqual(['role a']);
  });

  it('calls nobody an orphan of a directory that was not read', () => {
    const given = inSubscription(definitions(), assigned(['a', roles.reader]));
    const found = accessOf(refused(given, '/directoryObjects/getByIds'));
    expect(said(found)).toEqual([]);
    expect(found.unknowns.map(({ about, principal }) => `${about} ${principal}`)).toEqual(['account a']);
  });

  it('calls only a privileged delegation to another tenant one', () => {
    const given = inSubscription(definitions(), delegated({ msp: roles.contributor, audit: roles.reader }));
    expect(said(accessOf(given))).toEqual(['external-tenant-delegation group-msp']);
  });
});

describe('deny assignments', () => {
  const deny = (actions: readonly string[], rest: object = {}): Snapshot['responses'] =>
    answering('Microsoft.Authorization/denyAssignments', {
      id: `${scope}/providers/Microsoft.Authorization/denyAssignments/d`,
      properties: {
        scope,
        permissions: [{ actions, notActions: ['*/read'] }],
        principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
        excludePrincipals: [],
        ...rest,
      },
    });
  const owner = [definitions(), staff, members({ g: ['a'] }), assigned(['a', roles.owner])] as const;

  it.each([
    ['everything', deny(['*']), []],
    ['everything, in another scope', deny(['*'], { scope: app }), ['privileged-at-subscription a']],
    ['everything, but not below', deny(['*'], { doNotApplyToChildScopes: true }), ['privileged-at-subscription a']],
    ['everything, only on paper', deny(['*'], { denyAssignmentEffect: 'audit' }), ['privileged-at-subscription a']],
    [
      'everything, but not to a group',
      deny(['*'], { excludePrincipals: [{ id: 'g' }] }),
      ['privileged-at-subscription a'],
    ],
    ['everything, to a group', deny(['*'], { principals: [{ id: 'g' }] }), []],
    ['everything, to somebody else', deny(['*'], { principals: [{ id: 'b' }] }), ['privileged-at-subscription a']],
    ['deleting', deny(['*/delete']), ['privileged-at-subscription a']],
    ['giving roles: still everything else', deny(['Microsoft.Authorization/*']), ['privileged-at-subscription a']],
  ] as const)('%s', (_, denied, expected) => {
    expect(said(accessOf(inSubscription(...owner, denied)))).toEqual(expected);
  });
});

describe('ways to stronger identities', () => {
  const path = (...answers: readonly Snapshot['responses'][]): readonly string[] =>
    accessOf(inSubscription(definitions(), staff, runsAsMi, ...answers)).holders.flatMap(({ id, path: found }) =>
      found
        ? [`${id}: ${found.steps.map(({ resourceName }) => resourceName).join(' ')} ${found.reached.roleName}`]
        : [],
    );

  it.each([
    [
      'operates a machine of an owner',
      [
        ['a', roles.machineContributor, vm],
        ['mi', roles.owner],
      ],
      ['a: vm1 Owner'],
    ],
    [
      'reads a machine of an owner',
      [
        ['a', roles.reader, vm],
        ['mi', roles.owner],
      ],
      [],
    ],
    [
      'operates a machine of a reader',
      [
        ['a', roles.machineContributor, vm],
        ['mi', roles.reader],
      ],
      [],
    ],
    [
      'owns the subscription already',
      [
        ['a', roles.owner],
        ['mi', roles.owner],
      ],
      [],
    ],
    [
      'contributes, and reaches ownership',
      [
        ['a', roles.contributor],
        ['mi', roles.owner],
      ],
      ['a: vm1 Owner'],
    ],
    [
      'contributes, and reaches the same',
      [
        ['a', roles.contributor],
        ['mi', roles.contributor],
      ],
      [],
    ],
    [
      'owns the group, and reaches the subscription',
      [
        ['a', roles.owner, app],
        ['mi', roles.owner],
      ],
      ['a: vm1 Owner'],
    ],
    [
      'gives himself what it takes',
      [
        ['a', roles.userAccessAdministrator, vm],
        ['mi', roles.owner],
      ],
      ['a: vm1 Owner'],
    ],
    [
      'is disabled',
      [
        ['gone', roles.machineContributor, vm],
        ['mi', roles.owner],
      ],
      [],
    ],
    [
      'owns another group',
      [
        ['a', roles.machineContributor, `${scope}/resourceGroups/ap`],
        ['mi', roles.owner],
      ],
      [],
    ],
  ] as const)('%s', (_, list, expected) => {
    expect(path(assigned(...list))).toEqual(expected);
  });

  it('follows groups at both ends', () => {
    const list = assigned(['g', roles.machineContributor, vm], ['g2', roles.owner]);
    expect(
      path(
        list,
        directory(user('a'), group('g'), group('g2'), servicePrincipal('mi')),
        members({ g: ['a'], g2: ['mi'] }),
      ),
    ).toEqual(['a: vm1 Owner']);
  });

  it('goes over several identities, the shortest way', () => {
    const two = answering(machines, machine('vm1', { principalId: 'mi' }), machine('vm2', { principalId: 'mi2' }));
    const list = assigned(
      ['a', roles.machineContributor, vm],
      ['mi', roles.machineContributor, idOf(machines, 'vm2')],
      ['mi2', roles.owner],
    );
    expect(path(two, list)).toEqual(['a: vm1 vm2 Owner', 'mi: vm2 Owner']);
  });

  it('assigns a user-assigned identity only where there is compute to give it to', () => {
    const uami = answering(identities, resource(identities, 'id1', { principalId: 'mi2' }));
    const assign = definitions({ actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action'] });
    const held = [
      ['a', roles.custom, idOf(identities, 'id1')],
      ['mi2', roles.owner],
    ] as const;
    expect(path(uami, assign, assigned(...held))).toEqual([]);
    expect(path(uami, assign, assigned(...held, ['a', roles.machineContributor, app]))).toEqual(['a: id1 Owner']);
  });

  it('takes an automation account with two roles together', () => {
    const accounts = 'Microsoft.Automation/automationAccounts';
    const given = answering(accounts, resource(accounts, 'auto', {}, { identity: { principalId: 'mi2' } }));
    const both = definitions({ actions: [`${accounts}/runbooks/write`, `${accounts}/jobs/write`] });
    const one = definitions({ actions: [`${accounts}/runbooks/write`] });
    const held = assigned(['a', roles.custom, app], ['mi2', roles.owner]);
    expect(path(given, one, held)).toEqual([]);
    expect(path(given, both, held)).toEqual(['a: auto Owner']);
  });

  it('does not know what runs on machines that were not read', () => {
    const list = assigned(['a', roles.machineContributor, vm], ['b', roles.reader]);
    const found = accessOf(refused(inSubscription(definitions(), staff, list), machines));
    expect(found.unknowns.map(({ about, unread }) => `${about} ${unread.operation}`)).toEqual([
      `identities ${machines}`,
    ]);
    const readers = refused(inSubscription(definitions(), staff, assigned(['b', roles.reader])), machines);
    expect(accessOf(readers).unknowns).toEqual([]);
  });
});

describe('many roles', () => {
  it('follows 20,000 assignments to 10,000 identities', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => at);
    const rg = (at: number): string => `${scope}/resourceGroups/rg${at % 200}`;
    const vms = many.map((at) => ({
      id: `${rg(at)}/providers/${machines}/vm${at}`,
      name: `vm${at}`,
      identity: { principalId: `mi${at}` },
    }));
    const list = [
      ...many.map((at) => [`mi${at}`, at % 10 === 0 ? roles.owner : roles.reader, rg(at + 1)] as const),
      ...many.map(
        (at) =>
          [
            `u${at}`,
            at % 2 === 0 ? roles.machineContributor : roles.contributor,
            at % 3 === 0 ? scope : rg(at),
          ] as const,
      ),
    ];
    const people = directory(...many.map((at) => user(`u${at}`)));
    const given = inSubscription(definitions(), people, answering(machines, ...vms), assigned(...list));
    const found = accessOf(given);
    expect(found.holders.filter(({ path }) => path).length).toBe(4000);
  });
});

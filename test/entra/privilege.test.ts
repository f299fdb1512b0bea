import { describe, expect, it } from 'vitest';
import {
  app,
  assigned,
  eligible,
  enterpriseApps,
  granted,
  groups,
  inTenant,
  keyed,
  member,
  owners,
  roles,
  users,
} from '../../checks/entra/cases/tenant.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { isTierZero, type PrivilegeReport } from '../../lib/model/entra/privilege.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

const roleManagement = '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8';
const ownedBy = '18a4783c-866b-4cc7-a460-3d5e5662c884';
const admin = roles.globalAdministrator;

function report(...answers: readonly Snapshot['responses'][]): PrivilegeReport {
  const { responses = {}, unit = { provider: 'entra', tenant: 't' } } = inTenant(...answers);
  const snapshot: Snapshot = {
    schema: snapshotSchema,
    unit,
    collectedAt: '2026-06-01T00:00:00Z',
    responses,
    errors: [],
  };
  const reading = tenantModel([snapshot], defaultStandard).read('entra.privilege', snapshot);
  if (!reading.read) throw new Error(JSON.stringify(reading));
  return reading.value;
}

/** Ways to the control of the tenant: `who path: step → step`. */
function waysOf({ principals }: PrivilegeReport): readonly string[] {
  return principals.flatMap(({ id, ways }) =>
    ways
      .filter(({ tier }) => tier !== 'privileged')
      .map(({ path, steps }) => `${id} ${path}: ${steps.map((step) => step.id.slice(0, 8)).join(' → ')}`),
  );
}

const staff = users(member('hanako'), member('jiro'));

describe('ways to the control of a tenant', () => {
  it.each([
    [
      'a role through a group, its owner, and who may join it',
      [
        staff,
        groups({ id: 'admins', members: ['hanako'], owners: ['jiro'] }),
        assigned(['admins', admin]),
        {
          '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances': keyed([
            ['admins', [{ principalId: 'jiro', groupId: 'admins', accessId: 'member' }]],
          ]),
        },
      ],
      [
        'hanako activeRole: hanako → admins → 62e90394',
        'jiro eligibleGroup: jiro → admins → 62e90394',
        'jiro groupOwner: jiro → admins → 62e90394',
      ],
    ],
    [
      'an owner of what owns what is privileged',
      [
        staff,
        enterpriseApps(app('deployer'), app('builder')),
        granted(['deployer', roleManagement], ['builder', ownedBy]),
        owners('/servicePrincipals/{id}/owners', { deployer: ['builder'], builder: ['hanako'] }),
      ],
      [
        'builder spOwner: builder → deployer → 9e3f62cf',
        'deployer appPermission: deployer → 9e3f62cf',
        'hanako spOwner: hanako → builder → deployer → 9e3f62cf',
      ],
    ],
    [
      'a service principal that owns and may not use it',
      [
        enterpriseApps(app('deployer'), app('builder')),
        granted(['deployer', roleManagement]),
        owners('/servicePrincipals/{id}/owners', { deployer: ['builder'] }),
      ],
      ['deployer appPermission: deployer → 9e3f62cf'],
    ],
    ['OwnedBy without anything that is owned', [enterpriseApps(app('builder')), granted(['builder', ownedBy])], []],
    [
      'two that own each other',
      [
        enterpriseApps(app('a'), app('b')),
        granted(['a', ownedBy], ['b', ownedBy]),
        owners('/servicePrincipals/{id}/owners', { a: ['b'], b: ['a'] }),
      ],
      [],
    ],
    [
      'a role over one privileged application',
      [
        staff,
        enterpriseApps(app('deployer')),
        granted(['deployer', roleManagement]),
        { '/applications': { value: [{ id: 'registration', appId: 'deployer-app' }] } },
        assigned(['hanako', '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', '/registration']),
      ],
      ['deployer appPermission: deployer → 9e3f62cf', 'hanako appOwner: hanako → deployer → 9e3f62cf'],
    ],
    [
      'a role in an administrative unit',
      [staff, assigned(['hanako', roles.userAdministrator, '/administrativeUnits/au'])],
      [],
    ],
    ['eligibility', [staff, eligible(['hanako', admin])], ['hanako eligibleRole: hanako → 62e90394']],
    [
      'an owner of a managed identity has no credential to add',
      [
        staff,
        enterpriseApps(app('vm', { servicePrincipalType: 'ManagedIdentity' })),
        granted(['vm', roleManagement]),
        owners('/servicePrincipals/{id}/owners', { vm: ['hanako'] }),
      ],
      ['vm appPermission: vm → 9e3f62cf'],
    ],
  ] as const)('%s', (_name, answers, expected) => {
    expect(waysOf(report(...answers)).toSorted()).toEqual(expected.toSorted());
  });

  it('tell people from what signs in by itself, and the control of a tenant from a part of it', () => {
    const found = report(
      staff,
      enterpriseApps(app('bot')),
      assigned(['hanako', admin], ['bot', admin], ['jiro', roles.userAdministrator]),
    );
    expect(found.globalAdministrators).toEqual({ active: ['hanako'], effective: ['hanako'] });
    expect(found.principals.filter(isTierZero).map(({ id }) => id)).toEqual(['bot', 'hanako']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectTenant } from '../../lib/collect/entra/collect-tenant.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import { demoTenant } from '../../lib/demo/entra/demo-tenant.ts';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';

const tenant = '7e57aaaa-0000-4000-8000-000000000001';
const people = Array.from({ length: 250 }, (_, at) => {
  return {
    id: `user-${at}`,
    userPrincipalName: `user-${at}@contoso.example`,
    accountEnabled: true,
    signInActivity: {},
  };
});
const loop = [
  { '@odata.type': '#microsoft.graph.user', id: 'user-1' },
  { '@odata.type': '#microsoft.graph.group', id: 'staff' },
];
const small: Snapshot = {
  schema: snapshotSchema,
  unit: { provider: 'entra', tenant },
  collectedAt: '2026-11-23T00:00:00.000Z',
  responses: {
    ...demoTenant(daysBefore(new Date('2026-11-23T00:00:00Z'))).responses,
    '/users': { value: people },
    '/groups': { value: [{ id: 'staff', displayName: 'staff', isAssignableToRole: true }] },
    '/groups/{id}/transitiveMembers': [{ input: { id: 'staff' }, output: { value: loop } }],
    '/groups/{id}/owners': [{ input: { id: 'staff' }, output: { value: [] } }],
    '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances': [
      { input: { id: 'staff' }, output: { value: [{ principalId: 'user-1', groupId: 'staff', accessId: 'member' }] } },
    ],
    '/users/{id}/authentication/requirements': people.map(({ id }) => {
      return { input: { id }, output: { perUserMfaState: 'disabled' } };
    }),
  },
  errors: [],
};

let cloud: LoopbackGraph;
beforeAll(async () => {
  cloud = await startLoopbackGraph({ snapshots: [small] });
});
beforeEach(() => cloud.setFaults({}));
afterAll(() => cloud.close());

/** Reads the tenant over HTTP with the real client. */
async function collect(signal = new AbortController().signal): Promise<Snapshot> {
  const graph = openGraph({ id: tenant, cloud: 'global', signIn: { with: 'developer' } }, cloud.url);
  const options = { clock: () => new Date('2026-11-23T00:00:00Z'), onProgress: () => undefined, wait: 5 };
  return collectTenant(tenant, { ...options, graph, signal });
}

function rowsOf(snapshot: Snapshot, operation: string): readonly { readonly id: string }[] {
  return (snapshot.responses[operation] as { readonly value: readonly { readonly id: string }[] }).value;
}

describe('reading a tenant', () => {
  it('reads everything, page by page, in English, and asks for each thing once', async () => {
    const before = cloud.calls.length;
    const snapshot = await collect();
    expect(snapshot.errors).toEqual([]);
    expect(rowsOf(snapshot, '/users').map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    const calls = cloud.calls.slice(before);
    expect(new Set(calls.map(({ acceptLanguage }) => acceptLanguage))).toEqual(new Set(['en-US']));
    expect(calls.filter(({ operation }) => operation === '/groups')).toHaveLength(1);
    expect(JSON.stringify(snapshot.responses['/users/{id}/authentication/requirements'])).toContain('disabled');
  });

  it('follows a page that is empty, and pages of any size', async () => {
    cloud.setFaults({ emptyPages: true, pageSize: 40 });
    const ids = rowsOf(await collect(), '/users').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
  });

  it('refuses a page from another host, and pages without an end', async () => {
    cloud.setFaults({ pageSize: 40, hostileNextLink: ['/users'], endless: ['/groups'] });
    const { errors, responses } = await collect();
    const codes = new Map(errors.map(({ operation, code }) => [operation, code]));
    expect(codes.get('/users')).toBe('ForeignNextLink');
    expect(codes.get('/groups')).toBe('EndlessPages');
    expect(responses).not.toHaveProperty('/users');
  });

  it('tries again what fails for the moment: throttling, server errors, broken connections, single answers of a batch', async () => {
    cloud.setFaults({ failures: { every: 3, status: 502 }, dropped: { every: 7 } });
    const snapshot = await collect();
    expect(snapshot.errors).toEqual([]);
    expect(snapshot.responses['/users/{id}/authentication/requirements']).toHaveLength(people.length);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { errors } = await collect(stop.signal);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['Aborted']));
  });
});

describe('what a tenant refuses', () => {
  it('keeps users without their sign-ins where the licence is missing', async () => {
    cloud.setFaults({ unlicensed: ['P1'] });
    const { errors, responses } = await collect();
    expect(rowsOf({ ...small, responses }, '/users')).toHaveLength(people.length);
    expect(errors.map(({ operation }) => operation)).toContain('/users?$select=signInActivity');
    expect(errors.find(({ operation }) => operation === '/users')).toBeUndefined();
  });

  it.each([
    ['Policy.Read.All', '/identity/conditionalAccess/policies', 'AccessDenied'],
    [
      'RoleManagement.Read.Directory',
      '/roleManagement/directory/roleEligibilityScheduleInstances',
      'PermissionScopeNotGranted',
    ],
    [
      'AuditLog.Read.All',
      '/reports/authenticationMethods/userRegistrationDetails',
      'Authentication_MSGraphPermissionMissing',
    ],
    ['Directory.Read.All', '/users', 'Authorization_RequestDenied'],
  ] as const)('keeps why %s was missed', async (permission, operation, code) => {
    cloud.setFaults({ withheld: [permission] });
    const { errors, responses } = await collect();
    expect(errors.find((error) => error.operation === operation)?.code).toBe(code);
    expect(responses).not.toHaveProperty([operation]);
  });
});

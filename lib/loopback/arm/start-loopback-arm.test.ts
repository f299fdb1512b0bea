import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import type { LoopbackArm } from './loopback-arm.ts';
import { startLoopbackArm } from './start-loopback-arm.ts';

const tenant = '11111111-0000-4000-8000-000000000001';
const subscription = '5ab5c71b-0000-4000-8000-0000000000aa';
const scope = `/subscriptions/${subscription}`;
const account = `${scope}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/first`;
const site = `${scope}/resourceGroups/rg/providers/Microsoft.Web/sites/shop`;
const groups = 'Microsoft.Network/networkSecurityGroups';

const unit: Snapshot = {
  schema: snapshotSchema,
  unit: { provider: 'azure', subscription },
  collectedAt: '2026-11-01T00:00:00Z',
  responses: {
    'Microsoft.Resources/subscriptions': {
      value: [{ subscriptionId: subscription, tenantId: tenant, state: 'Enabled' }],
    },
    [groups]: { value: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    'Microsoft.Storage/storageAccounts': { value: [{ id: account, name: 'first', properties: { kind: 1 } }] },
    'Microsoft.Web/sites/config': [
      { input: { id: site }, output: { value: [{ id: `${site}/config/web`, name: 'web', properties: {} }] } },
    ],
  },
  errors: [
    { operation: 'Microsoft.Authorization/denyAssignments', code: 'AuthorizationFailed', message: 'as it was said' },
    { operation: 'Microsoft.Sql/servers', code: 'AuthorizationFailed', message: 'not held' },
  ],
};

let arm: LoopbackArm;
beforeAll(async () => {
  arm = await startLoopbackArm({ snapshots: [unit] });
});
beforeEach(() => arm.setFaults({}));
afterAll(() => arm.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function ask(path: string, init: RequestInit = {}, caller = tenant): Promise<Answer> {
  const headers = { authorization: `Bearer loopback-${caller}` };
  const response = await fetch(arm.url + path, { ...init, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const list = (operation: string): string => `${scope}/providers/${operation}?api-version=2022-04-01`;

async function query(text: string): Promise<Answer> {
  const body = JSON.stringify({ query: text, subscriptions: [subscription], options: { resultFormat: 'objectArray' } });
  return ask('/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01', { method: 'POST', body });
}

describe('the loopback Azure Resource Manager', () => {
  it('knows paths in any case, and has empty lists of what is not there', async () => {
    expect((await ask(list(groups).toUpperCase().replace('API-VERSION', 'api-version'))).body).toEqual(
      unit.responses[groups],
    );
    expect((await ask(list('Microsoft.Network/loadBalancers'))).body).toEqual({ value: [] });
  });

  it('links to the next page at the real host', async () => {
    arm.setFaults({ pageSize: 2 });
    const { body } = await ask(list(groups));
    const { nextLink } = body as { readonly nextLink: string };
    expect(nextLink.startsWith('https://management.azure.com/subscriptions/')).toBe(true);
    const next = new URL(nextLink);
    expect((await ask(next.pathname + next.search)).body).toEqual({ value: [{ id: 'c' }] });
  });

  it('answers with one object where one is asked for', async () => {
    expect((await ask(`${site}/config/web?api-version=2022-09-01`)).body).toMatchObject({ name: 'web' });
    expect((await ask(`${site}/config/logs?api-version=2022-09-01`)).status).toBe(404);
  });

  it.each([
    ['another tenant', list(groups), '22222222-0000-4000-8000-000000000002', 401, 'InvalidAuthenticationToken'],
    ['no version', `${scope}/providers/${groups}`, tenant, 400, 'MissingApiVersionParameter'],
    ['another subscription', list(groups).replace('aa/', 'ab/'), tenant, 404, 'SubscriptionNotFound'],
    ['no list', `/somewhere?api-version=1`, tenant, 404, 'InvalidResourceType'],
  ])('refuses %s', async (_, path, caller, status, code) => {
    expect(await ask(path, {}, caller)).toMatchObject({ status, body: { error: { code } } });
  });

  it('refuses in the words of the service, and of the snapshot', async () => {
    arm.setFaults({ denied: [groups] });
    const { status, body } = await ask(list(groups));
    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain(`does not have authorization to perform action '${groups}/read' over scope`);
    expect(await ask(list('Microsoft.Authorization/denyAssignments'))).toMatchObject({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'as it was said' } },
    });
  });

  it('tells a caller which rights are missing', async () => {
    arm.setFaults({ denied: [groups] });
    expect((await ask(list('Microsoft.Authorization/permissions'))).body).toMatchObject({
      value: [
        {
          actions: ['*/read'],
          notActions: [`${groups}/read`, 'Microsoft.Authorization/denyAssignments/read', 'Microsoft.Sql/servers/read'],
        },
      ],
    });
  });

  it('answers a query with the columns that it names', async () => {
    const { body } = await query("resources | where type =~ 'microsoft.storage/storageaccounts' | project id, kind");
    expect(body).toMatchObject({ count: 1, resultTruncated: 'false', data: [{ id: account, kind: null }] });
    const other = await query("networkresources | where type in~ ('microsoft.storage/storageaccounts')");
    expect(other.body).toMatchObject({ count: 0 });
    expect((await query('resources | take 5')).status).toBe(400);
  });

  it('keeps to the limits that Microsoft documents', async () => {
    arm.setFaults({ throttle: true });
    const all = "resources | where type =~ 'microsoft.storage/storageaccounts' | project id";
    const answers = [];
    for (let at = 0; at < 16; at += 1) answers.push(await query(all));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 15 }, () => 200), 429]);
    expect(answers[14]?.headers.get('x-ms-user-quota-remaining')).toBe('0');
    expect(answers[15]?.headers.get('x-ms-user-quota-resets-after')).toMatch(/^00:00:0[1-5]$/);
    expect(Number(answers[15]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

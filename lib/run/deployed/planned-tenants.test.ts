import { expect, it } from 'vitest';
import { plannedTenants } from './planned-tenants.ts';

const tenant = 't';

it('names accounts, then subscriptions, then tenants, and each by the item that scans it', () => {
  const entry = { key: 't-1', tenant, isListed: true, subscriptions: ['s1', 's2'] };
  expect(plannedTenants({ accounts: ['111122223333'], entra: ['e'] }, [entry])).toEqual([
    { tenant: 'aws/111122223333', item: '111122223333' },
    { tenant: 'azure/s1', item: 'azure/t-1' },
    { tenant: 'azure/s2', item: 'azure/t-1' },
    { tenant: 'entra/e', item: 'entra/e' },
  ]);
});

it('reports on a tenant whose subscriptions could not be listed, beside those that are remembered', () => {
  const entry = { key: 't-1', tenant, isListed: false, subscriptions: ['s1'] };
  expect(plannedTenants({ accounts: [] }, [entry])).toEqual([
    { tenant: 'azure/s1', item: 'azure/t-1' },
    { tenant: 'azure/t', item: 'azure/t-1', standsForSubscriptions: true },
  ]);
});

it('names a subscription once, as scanned by the entry that could list it', () => {
  const remembered = { key: 't-1', tenant, isListed: false, subscriptions: ['s1'] };
  const listed = { key: 't-2', tenant, isListed: true, subscriptions: ['s1'] };
  const found = plannedTenants({ accounts: [] }, [remembered, listed]);
  expect(found).toContainEqual({ tenant: 'azure/s1', item: 'azure/t-2' });
  expect(found).toHaveLength(2);
});

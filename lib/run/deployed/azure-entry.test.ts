import { expect, it } from 'vitest';
import { azureEntry } from './azure-entry.ts';

const tenant = '7e57aaaa-0000-4000-8000-000000000001';

it('tells entries of the same tenant apart, and names the same entry alike', () => {
  const all = azureEntry({ tenant, subscriptions: 'all' });
  expect(all).toEqual(azureEntry({ tenant, subscriptions: 'all' }));
  expect(all.key).toMatch(new RegExp(`^${tenant}-[0-9a-f]{8}$`));
  expect(azureEntry({ tenant, subscriptions: 'all', managementGroup: 'mg' }).key).not.toBe(all.key);
});

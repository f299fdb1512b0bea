import { expect, it } from 'vitest';
import { scopeLevel, scopesAbove } from './role-scope.ts';

const group = '/subscriptions/s/resourcegroups/g';

it.each([
  ['/', [''], 'root'],
  ['/subscriptions/S/', ['/subscriptions/s'], 'subscription'],
  ['/subscriptions/s/resourceGroups/G', [group, '/subscriptions/s'], 'resource-group'],
  [
    '/subscriptions/s/resourceGroups/g/providers/N/sites/a/slots/b',
    [`${group}/providers/n/sites/a/slots/b`, `${group}/providers/n/sites/a`, group, '/subscriptions/s'],
    'resource',
  ],
  ['/subscriptions/s/providers/N/t/a', ['/subscriptions/s/providers/n/t/a', '/subscriptions/s'], 'resource'],
  [
    '/providers/Microsoft.Management/managementGroups/m',
    ['/providers/microsoft.management/managementgroups/m'],
    'management-group',
  ],
  ['/providers/Microsoft.Capacity', ['/providers/microsoft.capacity'], 'resource'],
])('%s', (scope, above, level) => {
  expect(scopesAbove(scope)).toEqual(above);
  expect(scopeLevel(scope)).toBe(level);
});

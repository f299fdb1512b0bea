import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AzurePermission, DenyAssignment } from '../../../model/azure/role.ts';
import { everybody } from '../../../model/azure/role.ts';
import { denySubtraction } from './deny-index.ts';
import { roleProfile } from './role-profile.ts';

const patterns = fc.array(
  fc.constantFrom(
    '*',
    '*/write',
    '*/read',
    'Microsoft.Authorization/*',
    'Microsoft.Compute/virtualMachines/*',
    '*/action',
  ),
  { maxLength: 3 },
);
const permission: fc.Arbitrary<AzurePermission> = fc.record({
  actions: patterns,
  notActions: patterns,
  dataActions: patterns,
  notDataActions: patterns,
});
const scopes = fc.constantFrom('/', '/subscriptions/s', '/subscriptions/s/resourceGroups/g');
const principals = fc.subarray([everybody, 'a', 'b']);
const deny: fc.Arbitrary<DenyAssignment> = fc.record({
  id: fc.uuid(),
  name: fc.constant('d'),
  scope: scopes,
  permissions: fc.array(permission, { maxLength: 2 }),
  principals,
  excluded: principals,
  isEnforced: fc.boolean(),
  isOnlyHere: fc.boolean(),
});

it('never adds a right by denying more', () => {
  fc.assert(
    fc.property(fc.array(permission), fc.array(deny), deny, scopes, (permissions, denies, more, scope) => {
      const role = { id: 'r', key: 'r', name: 'r', isCustom: true, assignableScopes: [], permissions };
      const profile = roleProfile(role, []);
      const few = denySubtraction(denies, (id) => [id])(profile, 'a', scope);
      const many = denySubtraction([...denies, more], (id) => [id])(profile, 'a', scope);
      expect(few.actions.isSupersetOf(many.actions)).toBe(true);
      expect(few.dataActions.isSupersetOf(many.dataActions)).toBe(true);
      expect(profile.actions.isSupersetOf(few.actions)).toBe(true);
    }),
  );
});

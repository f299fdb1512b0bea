import type { AzureRoleDefinition } from '../../../model/azure/role.ts';
import { rolePower } from './role-power.ts';
import { roleProfile, type RoleProfile } from './role-profile.ts';

/** A role, and what it allows. */
export interface KnownRole {
  readonly key: string;
  readonly name: string;
  readonly isCustom: boolean;
  readonly profile: RoleProfile;
}

/** The roles of a subscription, each worked out when it is first asked for. */
export interface KnownRoles {
  /** Undefined where the definition was not read. */
  get(key: string): KnownRole | undefined;
  /** Custom roles as wide as Owner. */
  readonly wide: readonly AzureRoleDefinition[];
  readonly custom: readonly AzureRoleDefinition[];
  /** Keys of custom roles that must not be assignable: they give roles themselves. */
  readonly givers: readonly string[];
}

/** What Azure itself defines, and nobody can change ("Azure built-in roles", Microsoft Learn). */
const builtIn: readonly AzureRoleDefinition[] = [
  { key: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', name: 'Owner', actions: ['*'] },
  {
    key: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    name: 'Contributor',
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  },
  {
    key: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    name: 'User Access Administrator',
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  },
  {
    key: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    name: 'Role Based Access Control Administrator',
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
    ],
  },
  { key: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader', actions: ['*/read'] },
].map(({ key, name, actions, notActions = [] }) => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${key}`,
  key,
  name,
  isCustom: false,
  assignableScopes: ['/'],
  permissions: [{ actions, notActions, dataActions: [], notDataActions: [] }],
}));

/** Roles by the GUID that their ids end with. */
export function knownRoles(definitions: readonly AzureRoleDefinition[]): KnownRoles {
  const byKey = new Map([...builtIn, ...definitions].map((each) => [each.key, each]));
  const custom = definitions.filter(({ isCustom }) => isCustom);
  const powers = custom.map((each) => ({ each, ...rolePower(roleProfile(each, []), each.key, undefined, []) }));
  const givers = powers.filter(({ power }) => power === 'owner' || power === 'role-writer').map(({ each }) => each.key);
  const made = new Map<string, KnownRole>();
  return {
    custom,
    wide: powers.filter(({ power }) => power === 'owner').map(({ each }) => each),
    givers,
    get(key) {
      const definition = byKey.get(key);
      if (!definition) return undefined;
      const { name, isCustom } = definition;
      const known = made.get(key) ?? { key, name, isCustom, profile: roleProfile(definition, givers) };
      made.set(key, known);
      return known;
    },
  };
}

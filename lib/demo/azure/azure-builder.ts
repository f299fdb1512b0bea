/** Builds resources of one subscription as ARM answers them. */
export interface AzureBuilder {
  /** `/subscriptions/…` */
  readonly scope: string;
  /** The ARM id of a resource: `id('Microsoft.Compute/virtualMachines', 'vm-web')`. */
  id(type: string, name: string): string;
  resource(type: string, name: string, properties?: object, rest?: object): AzureRow;
  /** A resource within another: `child(id, 'subnets', 'app', {…})`. */
  child(parent: string, kind: string, name: string, properties?: object): AzureRow;
  assignment(at: number, principalId: string, role: string, where?: AssignmentPlace): AzureRow;
}

/** A resource, as JSON. */
export type AzureRow = Readonly<Record<string, unknown>>;

/** Where a role is assigned, and to what kind of principal. */
export interface AssignmentPlace {
  readonly scope?: string;
  readonly principalType?: 'User' | 'Group' | 'ServicePrincipal';
  /** Of the role's definition; default: a built-in one. */
  readonly definitionScope?: string;
}

/** A builder whose resources stand in one resource group in eastern Japan, unless they say otherwise. */
export function azureBuilder(subscription: string, group: string): AzureBuilder {
  const scope = `/subscriptions/${subscription}`;
  const id = (type: string, name: string): string => `${scope}/resourceGroups/${group}/providers/${type}/${name}`;
  return {
    scope,
    id,
    resource: (type, name, properties = {}, rest = {}) => ({
      id: id(type, name),
      name,
      type,
      location: 'japaneast',
      tags: {},
      properties,
      ...rest,
    }),
    child: (parent, kind, name, properties = {}) => ({ id: `${parent}/${kind}/${name}`, name, properties }),
    assignment: (at, principalId, role, { scope: where = scope, principalType = 'User' } = {}) => {
      const name = `a55190ed-0000-4000-8000-${String(at).padStart(12, '0')}`;
      const properties = {
        roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
        principalId,
        principalType,
        scope: where,
        condition: null,
      };
      const prefix = where === '/' ? '' : where;
      return {
        id: `${prefix}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        name,
        type: 'Microsoft.Authorization/roleAssignments',
        properties,
      };
    },
  };
}

/** An answer with a list. */
export function listing(value: readonly unknown[]): { readonly value: readonly unknown[] } {
  return { value };
}

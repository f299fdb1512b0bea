import type { AzurePermission, AzureRoleDefinition } from '../../../model/azure/role.ts';
import { actionPattern } from './action-pattern.ts';
import { writeLimit, type WriteLimit } from './condition-meaning.ts';
import { anyAction, anyWrite, dataPlaneActions, escalationActions, roleWrite } from './escalation-actions.ts';
import { computeActions, takeovers } from './takeovers.ts';

const ways = Object.values(takeovers).flat();

/** Every action that anything is decided by. */
const decisive: readonly string[] = [
  ...new Set([
    anyWrite,
    anyAction,
    ...escalationActions,
    ...computeActions,
    ...ways.flatMap(({ action, also = [], isData }) => (isData ? [] : [action, ...also])),
  ]),
];
const decisiveData: readonly string[] = [
  ...new Set([...dataPlaneActions, ...ways.flatMap(({ action, isData }) => (isData ? [action] : []))]),
];

/** What a role allows, of the actions that anything is decided by. */
export interface RoleProfile {
  readonly actions: ReadonlySet<string>;
  readonly dataActions: ReadonlySet<string>;
  /** How freely roles can be assigned by what the role itself says; absent where they cannot. */
  readonly writes?: WriteLimit;
  /** Nothing is left once exceptions are subtracted. */
  readonly isEmpty: boolean;
  /** Every action ends with `read`. */
  readonly isReadOnly: boolean;
}

/**
 * The union, over the permission objects of a role, of actions less those excepted there: an exception of one object
 * takes nothing from another. `wideRoles`: custom roles that nobody should be able to assign.
 */
export function roleProfile({ permissions }: AzureRoleDefinition, wideRoles: readonly string[]): RoleProfile {
  const actions = new Set(decisive.filter((action) => permissions.some((each) => allows(each, action))));
  const limits = permissions
    .filter((each) => allows(each, roleWrite))
    .map(({ condition }): WriteLimit => (condition === undefined ? 'free' : writeLimit(condition, wideRoles)));
  const writes = widest(limits);
  return {
    actions,
    dataActions: new Set(decisiveData.filter((action) => permissions.some((each) => allowsData(each, action)))),
    ...(writes && { writes }),
    isEmpty: permissions.every(isEmpty),
    isReadOnly: permissions.every(isReadOnly),
  };
}

/** The widest of several limits: rights add up. */
function widest(limits: readonly WriteLimit[]): WriteLimit | undefined {
  return (['free', 'unclear', 'harmless'] as const).find((each) => limits.includes(each));
}

/** Whether a permission object allows an action of the control plane. */
export function allows({ actions, notActions }: AzurePermission, action: string): boolean {
  return fits(actions, action) && !fits(notActions, action);
}

/** Whether a permission object allows an action of the data plane. */
export function allowsData({ dataActions, notDataActions }: AzurePermission, action: string): boolean {
  return fits(dataActions, action) && !fits(notDataActions, action);
}

function fits(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => actionPattern(pattern)(action));
}

/** A pattern is gone when an exception fits its very text: whatever it means, the exception means too. */
function isEmpty({ actions, notActions, dataActions, notDataActions }: AzurePermission): boolean {
  return (
    actions.every((pattern) => fits(notActions, pattern)) &&
    dataActions.every((pattern) => fits(notDataActions, pattern))
  );
}

function isReadOnly({ actions, dataActions }: AzurePermission): boolean {
  return [...actions, ...dataActions].every((pattern) => pattern.toLowerCase().endsWith('/read'));
}

import { sourcesOf } from '../collect/aws/operation.ts';
import { awsOperations } from '../collect/aws/operations/index.ts';
import { partSources } from '../evaluate/part-sources.ts';
import { graphOperations } from '../collect/entra/operations/index.ts';
import { armOperations } from '../collect/azure/operations/index.ts';
import { awsPermission } from '../model/aws/permission.ts';
import { armPermission, isArmOperation } from '../model/azure/arm-operations.ts';
import {
  graphNeeds,
  graphPermissions,
  signInActivity,
  type GraphLicence,
  type GraphPermission,
} from '../model/entra/graph-operations.ts';
import type { Check } from '../model/check.ts';

/** An IAM action that the scan needs, the operations it is for, and the checks that rest on them. */
export interface NeededPermission {
  readonly action: string;
  readonly operations: readonly string[];
  /** Ids of checks; empty when the answer is only kept in the snapshot so far. */
  readonly checks: readonly string[];
  /** Used only where somebody holds an action that could misuse what it lists. */
  readonly onDemand: boolean;
}

/** The IAM actions, ARM actions or Graph permissions of one check, in order: from what it reads, to the operations, to their permissions. */
export function permissionsOf(check: Check): readonly string[] {
  return inOrder(operationsOf(check).flatMap(actionsOf));
}

/** Every IAM action of the scan, in order. */
export function neededPermissions(checks: readonly Check[]): readonly NeededPermission[] {
  const operations = awsOperations.flatMap(({ id }) => actionsOf(id).map((action) => ({ id, action })));
  const byAction = Map.groupBy(operations, ({ action }) => action);
  return inOrder([...byAction.keys()]).map((action) => {
    const ids = inOrder((byAction.get(action) ?? []).map(({ id }) => id));
    const readers = checks.filter((check) => operationsOf(check).some((id) => ids.includes(id)));
    return { action, operations: ids, checks: inOrder(readers.map(({ id }) => id)), onDemand: ids.every(isOnDemand) };
  });
}

/** The operations that a check rests on, and those that say what these are to be asked about. */
export function operationsOf({ reads }: Check): readonly string[] {
  const named = reads.map(partSources).flatMap(({ required, optional }) => [...required, ...optional]);
  return inOrder(named.flatMap(withSources));
}

function withSources(id: string): readonly string[] {
  const graph = graphOperations.find((each) => each.id === id);
  if (graph) return [id, ...(graph.each?.of.flatMap(withSources) ?? [])];
  const arm = armOperations.find((each) => each.id === id);
  if (arm) return 'of' in arm ? [id, ...[arm.of].flat().flatMap(withSources)] : [id];
  const operation = awsOperations.find((each) => each.id === id);
  return [id, ...(operation ? sourcesOf(operation).flatMap(withSources) : [])];
}

/** An application permission of Microsoft Graph, the operations it is for, and the checks that rest on them. */
export interface NeededGraphPermission {
  readonly permission: GraphPermission;
  /** Of the app role that grants it. */
  readonly id: string;
  readonly operations: readonly string[];
  readonly licences: readonly GraphLicence[];
  /** Ids of checks. */
  readonly checks: readonly string[];
}

/** Every application permission that a scan of a tenant needs, in order. */
export function neededGraphPermissions(checks: readonly Check[]): readonly NeededGraphPermission[] {
  const asked = [...graphOperations.map(({ id }) => id), signInActivity];
  const names = Object.keys(graphPermissions) as GraphPermission[];
  return names.map((permission) => {
    const operations = inOrder(asked.filter((id) => graphNeeds[id]?.permission === permission));
    const readers = checks.filter((check) => operationsOf(check).some((id) => operations.includes(id)));
    return {
      permission,
      id: graphPermissions[permission],
      operations,
      licences: [...new Set(operations.flatMap((id) => graphNeeds[id]?.licence ?? []))].toSorted(),
      checks: inOrder(readers.map(({ id }) => id)),
    };
  });
}

/** An action of Azure that the scan needs, the operations it is for, and the checks that rest on them. */
export interface NeededArmAction {
  readonly action: string;
  readonly operations: readonly string[];
  /** Ids of checks. */
  readonly checks: readonly string[];
}

/** Every action that a scan of a subscription needs, in order: the role Reader holds them all. */
export function neededArmActions(checks: readonly Check[]): readonly NeededArmAction[] {
  const byAction = Map.groupBy(armOperations, ({ id }) => armPermission(id));
  return inOrder([...byAction.keys()]).map((action) => {
    const operations = inOrder((byAction.get(action) ?? []).map(({ id }) => id));
    const readers = checks.filter((check) => operationsOf(check).some((id) => operations.includes(id)));
    return { action, operations, checks: inOrder(readers.map(({ id }) => id)) };
  });
}

/** The actions behind an operation: that of its own name, and those of the steps before it. */
function actionsOf(operation: string): readonly string[] {
  const need = graphNeeds[operation];
  if (need) return [need.permission];
  if (isArmOperation(operation)) return [armPermission(operation)];
  const steps = awsOperations.find(({ id }) => id === operation)?.alsoNeeds ?? [];
  return [awsPermission(operation), ...steps];
}

/** Whether an operation, or one that it depends on, waits for somebody to hold the actions that need it. */
function isOnDemand(id: string): boolean {
  const operation = awsOperations.find((each) => each.id === id);
  return operation !== undefined && (operation.neededBy !== undefined || sourcesOf(operation).some(isOnDemand));
}

function inOrder(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

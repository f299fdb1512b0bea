import type { PolicyDocument } from './iam-entities.ts';

/** Whether a statement of the policy allows every action on every resource, under a condition or without one. */
export function allowsEverything({ Statement }: PolicyDocument): boolean {
  return listOf(Statement).some(
    (statement) =>
      isObject(statement) &&
      statement['Effect'] === 'Allow' &&
      listOf(statement['Action']).some((action) => typeof action === 'string' && /^\*+(:\*+)?$/.test(action)) &&
      listOf(statement['Resource']).some((resource) => typeof resource === 'string' && /^\*+$/.test(resource)),
  );
}

/** A policy's elements may be one value or a list of them ("Grammar of the IAM JSON policy language"). */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

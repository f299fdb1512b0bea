import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import { isObject, listOf, type JsonObject } from '../../../model/aws/raw-policy.ts';
import { remainingActions } from './remaining-actions.ts';
import type { Use } from './use.ts';

/**
 * A policy without the actions that nobody used, and the same policy when none is to be taken out. Resources, conditions
 * and Deny statements stay as they are, and a statement that cannot be understood stays whole, so that the result allows
 * nothing that the policy did not.
 */
export function narrowDocument(document: PolicyDocument, use: Use): PolicyDocument {
  const statements = listOf(document.Statement);
  const left = statements.map((statement) => narrowStatement(statement, use));
  if (left.every((statement, at) => statement === statements[at])) return document;
  return { ...document, Statement: left.filter((statement) => statement !== undefined) };
}

/** Undefined when nothing is left. */
function narrowStatement(statement: unknown, use: Use): unknown {
  if (!isObject(statement) || statement['Effect'] !== 'Allow') return statement;
  const { Action: action, NotAction: notAction } = statement;
  const negated = notAction !== undefined;
  const written = listOf(negated ? notAction : action);
  const patterns = written.filter((each) => typeof each === 'string');
  if ((negated && action !== undefined) || patterns.length === 0 || patterns.length < written.length) return statement;
  const left = remainingActions(patterns, negated, use);
  if (left === patterns) return statement;
  return left.length > 0 ? withActions(statement, left) : undefined;
}

/** The members in their order, with these actions where the actions stood. */
function withActions(statement: JsonObject, actions: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(statement).map(([name, value]) =>
      /^(Not)?Action$/.test(name) ? ['Action', actions] : [name, value],
    ),
  );
}

import type { ActionMatcher } from './action-matcher.ts';
import type { Condition } from './compile-condition.ts';

/** Whom a resource policy's statement is about. */
export interface PrincipalElement {
  /** `Principal: "*"`, or `AWS: "*"`. */
  readonly anyone: boolean;
  readonly aws: readonly string[];
  readonly service: readonly string[];
  readonly federated: readonly string[];
  /** Accounts by the ids that Amazon S3 gives them. */
  readonly canonical: readonly string[];
  /** Whether it was written as NotPrincipal. */
  readonly negated: boolean;
}

/** One statement, ready to be evaluated. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: ActionMatcher;
  /** Patterns of ARNs, with policy variables still in them. Trust policies have none: their resource is the role. */
  readonly resources: readonly Pattern[];
  /** Whether `resources` was written as NotResource. */
  readonly notResource: boolean;
  readonly conditions: readonly Condition[];
  readonly principal?: PrincipalElement;
  readonly policy: CompiledPolicy;
  /** Place in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  /** What of the statement could not be understood: it may then hold or not. */
  readonly malformed?: string;
}

/** A text with wildcards, and whether policy variables stand in it. */
export interface Pattern {
  readonly text: string;
  readonly variables: boolean;
}

/** A policy document, ready to be evaluated. */
export interface CompiledPolicy {
  /** The managed policy's ARN, or `arn-of-principal#name` of an inline one. */
  readonly id: string;
  readonly name: string;
  readonly statements: readonly CompiledStatement[];
  readonly denies: boolean;
}

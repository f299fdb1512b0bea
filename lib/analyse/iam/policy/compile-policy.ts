import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import type { ActionMatchers } from './action-matcher.ts';
import { compileConditions } from './compile-condition.ts';
import type { CompiledPolicy, CompiledStatement, Pattern, PrincipalElement } from './compiled-policy.ts';
import { hasVariables } from './policy-variable.ts';

/** How a policy is called in evidence. */
interface PolicyName {
  readonly id: string;
  readonly name: string;
}

/**
 * Reads a policy document, once. Never throws: a statement that cannot be understood is kept and marked, so that it
 * counts neither as granting nor as nothing.
 */
export function compilePolicy(name: PolicyName, document: PolicyDocument, matchers: ActionMatchers): CompiledPolicy {
  const statements: CompiledStatement[] = [];
  const policy: CompiledPolicy = {
    ...name,
    statements,
    get denies() {
      return statements.some(({ effect }) => effect === 'Deny');
    },
  };
  for (const [index, statement] of listOf(document.Statement).entries()) {
    statements.push(...compileStatement(statement, { policy, index }, document.Version, matchers));
  }
  return policy;
}

function compileStatement(
  statement: unknown,
  place: Pick<CompiledStatement, 'policy' | 'index'>,
  version: string | undefined,
  matchers: ActionMatchers,
): CompiledStatement[] {
  const fields = isRecord(statement) ? statement : {};
  const { conditions, malformed } = compileConditions(fields['Condition'], version);
  const wrong = wrongPart(fields) ?? malformed;
  const notAction = fields['NotAction'] !== undefined;
  const notResource = fields['NotResource'] !== undefined;
  const principal = principalOf(fields);
  const sid = fields['Sid'];
  const compiled = {
    actions: matchers.of(textsOf(fields[notAction ? 'NotAction' : 'Action']), notAction),
    resources: patternsOf(fields[notResource ? 'NotResource' : 'Resource'], version),
    notResource,
    conditions,
    ...place,
    ...(principal && { principal }),
    ...(typeof sid === 'string' && sid && { sid }),
    ...(wrong && { malformed: wrong }),
  };
  const effect = fields['Effect'];
  if (effect === 'Allow' || effect === 'Deny') return [{ effect, ...compiled }];
  // Neither is known: it may allow, and it may deny.
  return [
    { effect: 'Allow', ...compiled },
    { effect: 'Deny', ...compiled },
  ];
}

/**
 * The element that is not what the policy language says, if there is one ("Grammar of the IAM JSON policy language").
 * The action comes first: of a statement whose actions nobody can read, nobody knows which requests it is about.
 */
function wrongPart(fields: Readonly<Record<string, unknown>>): string | undefined {
  if (!isOneOf(fields['Action'], fields['NotAction'])) return 'Action';
  if (fields['Effect'] !== 'Allow' && fields['Effect'] !== 'Deny') return 'Effect';
  const namesNone = fields['Resource'] === undefined && fields['NotResource'] === undefined;
  // A trust policy's resource is its role.
  if (namesNone && principalOf(fields)) return undefined;
  return isOneOf(fields['Resource'], fields['NotResource']) ? undefined : 'Resource';
}

/** Whether one of two elements that exclude each other is there, and is a text or texts. */
function isOneOf(one: unknown, other: unknown): boolean {
  return (one === undefined) !== (other === undefined) && isTexts(one ?? other);
}

function principalOf(fields: Readonly<Record<string, unknown>>): PrincipalElement | undefined {
  const negated = fields['NotPrincipal'] !== undefined;
  const element = fields[negated ? 'NotPrincipal' : 'Principal'];
  if (element === undefined) return undefined;
  const parts = isRecord(element) ? element : { AWS: element };
  const aws = textsOf(parts['AWS']);
  return {
    anyone: aws.includes('*'),
    aws: aws.filter((each) => each !== '*'),
    service: textsOf(parts['Service']),
    federated: textsOf(parts['Federated']),
    canonical: textsOf(parts['CanonicalUser']),
    negated,
  };
}

function patternsOf(value: unknown, version: string | undefined): Pattern[] {
  // Before 2012-10-17, `${…}` is literal text ("IAM JSON policy elements: Version").
  return textsOf(value).map((text) => ({ text, variables: version === '2012-10-17' && hasVariables(text) }));
}

function isTexts(value: unknown): boolean {
  return listOf(value).every((each) => typeof each === 'string');
}

function textsOf(value: unknown): string[] {
  return value === undefined ? [] : listOf(value).filter((each) => typeof each === 'string');
}

/** A policy's elements may be one value or a list of them. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

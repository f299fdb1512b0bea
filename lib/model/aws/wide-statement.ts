import type { PolicyDocument } from './iam-entities.ts';
import { allowsEverything } from './allows-everything.ts';

/** A statement that allows without a condition what nobody listed. */
export interface WideStatement {
  /** Its Sid, or else its number, counted from 1. */
  readonly name: string;
  /** What of it is too wide: `s3:*`, `NotAction`, `NotResource`. */
  readonly pattern: string;
  /** Whether it reaches a service that guards the others. */
  readonly reachesGuards: boolean;
}

/** Services whose rights lead to all others, or to every secret. */
const guards = ['iam', 'sts', 'organizations', 'kms', 'secretsmanager'];

/**
 * The statements that allow every action of a service on every resource, or everything but a few actions or resources.
 * A statement that allows everything is not among them: that is an administrator's.
 */
export function wideStatements({ Statement }: PolicyDocument): readonly WideStatement[] {
  return listOf(Statement).flatMap((statement, index) => {
    if (!isObject(statement) || statement['Effect'] !== 'Allow' || hasCondition(statement)) return [];
    if (allowsEverything({ Statement: statement })) return [];
    const sid = statement['Sid'];
    const name = typeof sid === 'string' && sid !== '' ? sid : String(index + 1);
    return wideIn(statement).map((wide) => ({ name, ...wide }));
  });
}

type Statement = Readonly<Record<string, unknown>>;

function wideIn(statement: Statement): readonly Omit<WideStatement, 'name'>[] {
  const actions = wordsOf(statement['Action']);
  if ('NotResource' in statement) {
    return [{ pattern: 'NotResource', reachesGuards: actions.some(reachesGuards) || hasOpenNotAction(statement) }];
  }
  if (!wordsOf(statement['Resource']).some((resource) => /^\*+$/.test(resource))) return [];
  if ('NotAction' in statement) return [{ pattern: 'NotAction', reachesGuards: hasOpenNotAction(statement) }];
  return actions
    .filter((action) => /^[^:]+:\*+$/.test(action))
    .map((pattern) => ({ pattern, reachesGuards: reachesGuards(pattern) }));
}

/** Whether all of a guarding service is within the pattern: `iam:*`, `i*:*`, `*`. */
function reachesGuards(pattern: string): boolean {
  const [service = '', actions = '*'] = pattern.toLowerCase().split(':');
  if (!/^\*+$/.test(actions)) return false;
  const wildcard = service
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return guards.some((guard) => new RegExp(`^${wildcard}$`).test(guard));
}

/** Whether a NotAction leaves one of the guarding services allowed as a whole. */
function hasOpenNotAction(statement: Statement): boolean {
  if (!('NotAction' in statement)) return false;
  const excluded = new Set(wordsOf(statement['NotAction']).map((action) => action.toLowerCase()));
  return guards.some((guard) => !excluded.has(`${guard}:*`));
}

function hasCondition({ Condition }: Statement): boolean {
  return isObject(Condition) && Object.keys(Condition).length > 0;
}

function wordsOf(value: unknown): readonly string[] {
  return listOf(value).filter((each) => typeof each === 'string');
}

/** A policy's elements may be one value or a list of them ("Grammar of the IAM JSON policy language"). */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null;
}

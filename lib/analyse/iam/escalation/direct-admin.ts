import { actionsNamed, isEverything } from '../catalogue/action-set.ts';
import type { CompiledPolicy, CompiledStatement } from '../policy/compiled-policy.ts';
import { statementHolds, type Layer } from '../policy/decide.ts';
import { missing } from '../policy/request.ts';
import { settleKeys } from '../policy/settle-keys.ts';
import { both, either, type Need, type Truth } from '../policy/truth.ts';
import type { Identity } from './identity.ts';
import { requestKeys } from './request-keys.ts';
import type { World } from './world.ts';

/** Proof that an identity may do everything: the statements that allow it, and what must hold beside. */
export interface DirectAdmin {
  readonly by: readonly CompiledStatement[];
  readonly needs: readonly Need[];
}

/** Any resource: only patterns that match everything cover it. */
const anything = '\u{10ffff}';

/**
 * Whether an identity is allowed every action on every resource, but for what service control policies carve out:
 * identity policies and boundary must allow all and deny nothing; no level of the organization may be a mere list of
 * what is allowed.
 */
export function directAdmin(identity: Identity, world: World): DirectAdmin | undefined {
  const wide = wideStatements(identity.attachments.map(({ policy }) => policy));
  if (wide.length === 0) return undefined;
  const all = identity.layers.flatMap((layer) => relevant(layer));
  const keys = requestKeys(identity, { action: '*', resource: '*' }, world);
  let best: DirectAdmin | undefined;
  for (const { keys: settled, needs } of settleKeys(all, keys)) {
    const ofEveryCall: Settled = (key) => (isOfSomeCalls(key) ? missing : settled(key));
    const holds = (statement: CompiledStatement): Truth => statementHolds(statement, anything, ofEveryCall);
    let truth: Truth = needs.length > 0 ? needs : true;
    for (const layer of identity.layers) truth = both(truth, allowsAll(layer, holds, settled));
    if (truth === false) continue;
    const found = { by: wide, needs: truth === true ? [] : truth };
    if (found.needs.length === 0) return found;
    best ??= found;
  }
  return best;
}

type Settled = Parameters<typeof statementHolds>[2];

/**
 * Keys that only some calls carry, or not always with the value that is asked for: a statement on every action under
 * such a condition allows some calls and no more. Which of them matter, the techniques ask one by one.
 */
function isOfSomeCalls(key: string): boolean {
  return !key.startsWith('aws:') || /^aws:(requesttag\/|tagkeys$|requestedregion$)/.test(key);
}

function relevant(layer: Layer): readonly CompiledStatement[] {
  return layer.policies.flatMap(({ statements }) =>
    statements.filter((statement) => statement.effect === 'Deny' || isWide(statement)),
  );
}

function allowsAll(layer: Layer, holds: (statement: CompiledStatement) => Truth, settled: Settled): Truth {
  if (layer.unread) return [layer.unread];
  const statements = layer.policies.flatMap((policy) => policy.statements);
  let truth: Truth = coverage(
    statements.filter((statement) => statement.effect === 'Allow'),
    holds,
    layer.kind === 'service-control',
  );
  for (const statement of statements) {
    if (statement.effect !== 'Deny' || !matters(statement, layer)) continue;
    // Some resource is denied, whichever it is; a condition that cannot hold denies nothing.
    const denied =
      statement.conditions.length === 0
        ? true
        : statementHolds({ ...statement, resources: [], notResource: true }, anything, settled);
    if (denied === true) return false;
    if (denied !== false)
      truth = both(
        truth,
        denied.map((need) => `not ${need}`),
      );
  }
  return truth;
}

/** Every denial narrows an identity's own policies and its boundary; of the organization's, only one of nearly everything. */
function matters({ actions, resources, notResource }: CompiledStatement, { kind }: Layer): boolean {
  if (kind !== 'service-control') return true;
  const everywhere = !notResource && resources.some(({ text }) => text === '*');
  return everywhere && (actions.negated || actions.patterns.some((pattern) => /^\*+$/.test(pattern)));
}

/** Whether statements together allow every action on every resource; of an organization's, every action but those named. */
function coverage(
  statements: readonly CompiledStatement[],
  holds: (statement: CompiledStatement) => Truth,
  mayCarveOut: boolean,
): Truth {
  let truth: Truth = false;
  const unconditional: CompiledStatement[] = [];
  for (const statement of statements) {
    if (!isWide(statement)) continue;
    const held = holds(statement);
    if (held === true) unconditional.push(statement);
    if (isWhole(statement) || (mayCarveOut && statement.actions.negated)) truth = either(truth, held);
  }
  if (truth === true) return true;
  return coversEveryAction(unconditional) ? true : truth;
}

function wideStatements(policies: readonly CompiledPolicy[]): readonly CompiledStatement[] {
  const wide = policies.flatMap(({ statements }) =>
    statements.filter((statement) => statement.effect === 'Allow' && isWide(statement)),
  );
  const whole = wide.filter(isWhole);
  if (whole.length > 0) return whole;
  return coversEveryAction(wide) ? wide : [];
}

function coversEveryAction(statements: readonly CompiledStatement[]): boolean {
  return statements.length > 0 && isEverything(actionsNamed(statements));
}

function isWide({ resources, notResource }: CompiledStatement): boolean {
  return !notResource && resources.some(({ text }) => /^\*+$/.test(text));
}

function isWhole({ actions }: CompiledStatement): boolean {
  return !actions.negated && actions.patterns.some((pattern) => /^\*+(:\*+)?$/.test(pattern));
}

import type { CompiledPolicy, CompiledStatement } from './compiled-policy.ts';
import { evaluateCondition, valueOf, type SettledKeys } from './evaluate-condition.ts';
import { globMatches } from './glob.ts';
import { resolveVariables } from './policy-variable.ts';
import type { Request } from './request.ts';
import { settleKeys } from './settle-keys.ts';
import { both, either, needsOf, type Need, type Truth } from './truth.ts';

/** Statements that concern one action, of all the policies in force at one place. */
export interface Statements {
  readonly allow: readonly CompiledStatement[];
  readonly deny: readonly CompiledStatement[];
}

/**
 * Policies that must allow a request together: those of an identity, its boundary, one level of an organization's
 * service control policies. A layer that only denies (resource control policies) need not allow.
 */
export interface Layer {
  readonly kind: 'identity' | 'boundary' | 'service-control' | 'resource-control' | 'trust';
  readonly policies: readonly CompiledPolicy[];
  /** The statements about one action, in lower case. */
  about(action: string): Statements;
  /** Whether what the layer does not allow is denied. */
  readonly mustAllow: boolean;
  /** Present when the layer's policies were not all read: it may then allow or deny. */
  readonly unread?: Need;
  /** For resource policies: whether a statement is about whoever asks. */
  concerns?(statement: CompiledStatement): boolean;
}

/** The answer about one request, and what decided it. */
export type Decision =
  | { readonly outcome: 'allowed'; readonly by: readonly CompiledStatement[] }
  | { readonly outcome: 'allowed-if'; readonly needs: readonly Need[]; readonly by: readonly CompiledStatement[] }
  /** `by` is the statement that denies; without it, nothing allows at `layer`. */
  | { readonly outcome: 'denied'; readonly layer: Layer['kind']; readonly by?: CompiledStatement };

/**
 * Decides a request ("Policy evaluation logic", IAM User Guide): an explicit Deny anywhere wins; every layer that must
 * allow has to; otherwise it is denied. What the caller may choose is chosen in his favour.
 */
export function decide(layers: readonly Layer[], request: Request): Decision {
  const relevant = layers.map((layer) => ({ layer, statements: layer.about(request.action) }));
  const silent = relevant.find(({ layer, statements }) => layer.mustAllow && !layer.unread && !statements.allow.length);
  if (silent) return { outcome: 'denied', layer: silent.layer.kind };
  const all = relevant.flatMap(({ statements }) => [...statements.allow, ...statements.deny]);
  let best: Decision | undefined;
  for (const { keys, needs } of settleKeys(all, request.keys)) {
    const decision = withNeeds(decideSettled(relevant, request, keys), needs);
    if (decision.outcome === 'allowed') return decision;
    best = better(best, decision);
  }
  return best ?? { outcome: 'denied', layer: 'identity' };
}

function decideSettled(
  relevant: readonly { readonly layer: Layer; readonly statements: Statements }[],
  { resource }: Request,
  keys: SettledKeys,
): Decision {
  const by: CompiledStatement[] = [];
  let truth: Truth = true;
  for (const { layer, statements } of relevant) {
    const denied = first(statements.deny, layer, resource, keys);
    if (denied.truth === true) return { outcome: 'denied', layer: layer.kind, ...(denied.by && { by: denied.by }) };
    truth = both(truth, denied.truth === false ? true : needsOf(denied.truth).map((need) => `not ${need}`));
    if (layer.unread) truth = both(truth, [layer.unread]);
    if (!layer.mustAllow || layer.unread) continue;
    const allowed = first(statements.allow, layer, resource, keys);
    if (allowed.truth === false) return { outcome: 'denied', layer: layer.kind };
    if (allowed.by) by.push(allowed.by);
    truth = both(truth, allowed.truth);
  }
  return typeof truth === 'boolean' ? { outcome: 'allowed', by } : { outcome: 'allowed-if', needs: truth, by };
}

/** Whether one of the statements holds, and the one that decides. */
function first(
  statements: readonly CompiledStatement[],
  layer: Layer,
  resource: string,
  keys: SettledKeys,
): { readonly truth: Truth; readonly by?: CompiledStatement } {
  let found: { readonly truth: Truth; readonly by?: CompiledStatement } = { truth: false };
  for (const statement of statements) {
    if (layer.concerns && !layer.concerns(statement)) continue;
    const truth = statementHolds(statement, resource, keys);
    if (truth === true) return { truth, by: statement };
    if (truth !== false) found = either(found.truth, truth) === truth ? { truth, by: statement } : found;
  }
  return found;
}

/** Whether a statement that concerns the action holds for a resource. */
export function statementHolds(statement: CompiledStatement, resource: string, keys: SettledKeys): Truth {
  let truth: Truth = true;
  if (statement.malformed !== undefined) truth = [`malformed ${statement.policy.id}`];
  else if (!coversResource(statement, resource, keys)) return false;
  for (const condition of statement.conditions) {
    truth = both(truth, evaluateCondition(condition, keys));
    if (truth === false) return false;
  }
  return truth;
}

function coversResource({ resources, notResource, principal }: CompiledStatement, resource: string, keys: SettledKeys) {
  if (resources.length === 0) return principal !== undefined || notResource;
  const covered = resources.some(({ text, variables }) => {
    const pattern = variables ? resolveVariables(text, (key) => valueOf(key, keys)) : text;
    return pattern !== undefined && globMatches(pattern, resource);
  });
  return covered !== notResource;
}

function withNeeds(decision: Decision, needs: readonly Need[]): Decision {
  if (decision.outcome === 'denied' || needs.length === 0) return decision;
  const more = decision.outcome === 'allowed-if' ? decision.needs : [];
  return { outcome: 'allowed-if', needs: [...new Set([...needs, ...more])], by: decision.by };
}

function better(one: Decision | undefined, other: Decision): Decision {
  if (one?.outcome !== 'allowed-if') return other.outcome === 'denied' ? (one ?? other) : other;
  if (other.outcome !== 'allowed-if') return one;
  return other.needs.length < one.needs.length ? other : one;
}

/** A layer of compiled policies. Statements are sorted by action once, for the same actions are asked about again and again. */
export function policyLayer(
  kind: Layer['kind'],
  policies: readonly CompiledPolicy[],
  options: Pick<Layer, 'unread' | 'concerns'> & { readonly mustAllow?: boolean } = {},
): Layer {
  const known = new Map<string, Statements>();
  return {
    kind,
    policies,
    mustAllow: options.mustAllow ?? true,
    ...(options.unread && { unread: options.unread }),
    ...(options.concerns && { concerns: options.concerns }),
    about(action) {
      const found = known.get(action) ?? statementsAbout(policies, action);
      known.set(action, found);
      return found;
    },
  };
}

function statementsAbout(policies: readonly CompiledPolicy[], action: string): Statements {
  const allow: CompiledStatement[] = [];
  const deny: CompiledStatement[] = [];
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (!statement.actions.has(action) && statement.malformed !== 'Action') continue;
      (statement.effect === 'Allow' ? allow : deny).push(statement);
    }
  }
  return { allow, deny };
}

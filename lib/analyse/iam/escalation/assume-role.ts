import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { decide, policyLayer, type Decision, type Layer } from '../policy/decide.ts';
import type { KeyStates } from '../policy/request.ts';
import type { Identity } from './identity.ts';
import { mayRetag } from './ask.ts';
import { requestKeys } from './request-keys.ts';
import type { World } from './world.ts';

/**
 * How a trust policy's statement names somebody of its own account. It decides what else must allow ("Policy evaluation
 * logic: resource-based policies in the same account", IAM User Guide): naming a user, a session or everybody is
 * enough; naming a role is enough but for its boundary; naming the account only delegates to identity policies.
 */
type Naming = 'direct' | 'role' | 'account';

/** Whether an identity may assume a role of its account. */
export function decideAssumeRole(
  actor: Identity,
  role: Identity,
  world: World,
  /** What the request carries, where that is not the caller's to choose. */
  carrying: (keys: KeyStates) => KeyStates = (keys) => keys,
): Decision {
  const trust = world.trusts.get(role.arn);
  if (!trust) return { outcome: 'denied', layer: 'trust' };
  const resourceTagsAreFree = mayRetag(actor, 'sts:AssumeRole', role.arn, world);
  const call = { action: 'sts:assumerole', resource: role.arn, resourceTags: role.tags, resourceTagsAreFree };
  const request = { action: call.action, resource: role.arn, keys: carrying(requestKeys(actor, call, world)) };
  let best: Decision = { outcome: 'denied', layer: 'trust' };
  for (const naming of ['direct', 'role', 'account'] as const) {
    const concerns = (statement: CompiledStatement): boolean =>
      statement.effect === 'Allow'
        ? namingOf(statement, actor, world) === naming
        : namingOf(statement, actor, world) !== undefined;
    if (!trust.statements.some((statement) => statement.effect === 'Allow' && concerns(statement))) continue;
    const layers = [...layersFor(naming, actor), policyLayer('trust', [trust], { concerns }), ...world.resourceControl];
    const decision = decide(layers, request);
    if (decision.outcome === 'allowed') return decision;
    if (best.outcome === 'denied') best = decision;
  }
  return best;
}

/** The caller's layers, where a trust policy that names him so is enough in place of some of them. */
export function layersFor(naming: Naming, actor: Identity): readonly Layer[] {
  return actor.layers.map((layer) => {
    const isWaived =
      (layer.kind === 'identity' && naming !== 'account') || (layer.kind === 'boundary' && naming === 'direct');
    return isWaived ? { ...layer, mustAllow: false } : layer;
  });
}

/** How a statement names the actor; undefined when it does not. */
function namingOf({ principal, effect }: CompiledStatement, actor: Identity, world: World): Naming | undefined {
  if (!principal) return undefined;
  const names = principal.aws.map((each) => namedBy(each, actor, world));
  const named = principal.anyone ? 'direct' : strongest(names);
  if (!principal.negated) return named;
  // IAM refuses Allow with NotPrincipal in trust policies; with Deny it is about everybody else.
  return effect === 'Deny' && named === undefined ? 'direct' : undefined;
}

function strongest(names: readonly (Naming | undefined)[]): Naming | undefined {
  return (['direct', 'role', 'account'] as const).find((naming) => names.includes(naming));
}

function namedBy(principal: string, actor: Identity, { account, partition }: World): Naming | undefined {
  if (principal === account || principal === `arn:${partition}:iam::${account}:root`) return 'account';
  if (principal === actor.arn) return actor.kind === 'user' ? 'direct' : 'role';
  // A session's name is the caller's to choose.
  const session = `arn:${partition}:sts::${account}:assumed-role/${actor.name}/`;
  return actor.kind === 'role' && principal.startsWith(session) ? 'direct' : undefined;
}

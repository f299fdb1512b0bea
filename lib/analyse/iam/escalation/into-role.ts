import { ask } from './ask.ts';
import { decideAssumeRole, layersFor } from './assume-role.ts';
import { withBoundary } from './change.ts';
import type { Identity } from './identity.ts';
import { stepBy, type Step } from './step.ts';
import type { World } from './world.ts';

/** How an actor assumes a role as it stands. */
export function assume(actor: Identity, target: Identity, world: World): readonly Step[] {
  const decision = decideAssumeRole(actor, target, world);
  if (decision.outcome === 'denied') return [];
  const needs = decision.outcome === 'allowed' ? [] : decision.needs;
  return [
    stepBy('sts-001', actor, target.arn, [{ action: 'sts:AssumeRole', resource: target.arn, by: decision.by, needs }]),
  ];
}

/**
 * How an actor lets himself into a role. A trust policy that names the caller is enough, unless something denies sts:AssumeRole.
 */
export function rewriteTrust(actor: Identity, target: Identity, world: World): readonly Step[] {
  if (target.isProtected) return [];
  const rewrite = ask(actor, 'iam:UpdateAssumeRolePolicy', target.arn, world, { fixed: withBoundary(target) });
  if (!rewrite) return [];
  const assuming = ask(actor, 'sts:AssumeRole', target.arn, world, { layers: layersFor('direct', actor) });
  return assuming ? [stepBy('iam-012', actor, target.arn, [rewrite, assuming])] : [];
}

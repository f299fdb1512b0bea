import { ask, askForNew, type Permitted } from './ask.ts';
import { isActive } from './in-reach.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import type { Becoming } from './becomes.ts';
import type { World } from './world.ts';

/** New principals that an identity may make, give full access, and become. */
export function mint(actor: Identity, world: World): readonly Becoming[] {
  return [...mintUser(actor, world), ...mintRole(actor, world)];
}

function mintUser(actor: Identity, world: World): readonly Becoming[] {
  if (!holds(actor, 'iam:CreateUser')) return [];
  return boundaries(actor, 'iam:CreateUser', world).flatMap(({ boundary, created }): Becoming[] => {
    const on = (action: string, fixed = {}): Permitted | undefined =>
      ask(actor, action, created.resource, world, { fixed: { ...bounded(boundary), ...fixed } });
    const grant = on('iam:PutUserPolicy') ?? on('iam:AttachUserPolicy', attaching(world));
    const enter = on('iam:CreateAccessKey') ?? on('iam:CreateLoginProfile');
    if (!grant || !enter) return [];
    const to = world.mint('user', created.resource, boundary);
    const calls = [created, grant, enter];
    return [{ to, step: { technique: 'x-create-user', actor: actor.arn, target: to.arn, calls, needs: [] } }];
  });
}

function mintRole(actor: Identity, world: World): readonly Becoming[] {
  if (!holds(actor, 'iam:CreateRole')) return [];
  return boundaries(actor, 'iam:CreateRole', world).flatMap(({ boundary, created }): Becoming[] => {
    const on = (action: string, fixed = {}): Permitted | undefined =>
      ask(actor, action, created.resource, world, { fixed: { ...bounded(boundary), ...fixed } });
    const grant = on('iam:PutRolePolicy') ?? on('iam:AttachRolePolicy', attaching(world));
    // The new role's trust policy names the caller, which is enough unless something denies it.
    const layers = actor.layers.map((layer) =>
      layer.kind === 'identity' || layer.kind === 'boundary' ? { ...layer, mustAllow: false } : layer,
    );
    const enter = ask(actor, 'sts:AssumeRole', created.resource, world, { layers });
    if (!grant || !enter) return [];
    const to = world.mint('role', created.resource, boundary);
    const calls = [created, grant, enter];
    return [{ to, step: { technique: 'x-create-role', actor: actor.arn, target: to.arn, calls, needs: [] } }];
  });
}

interface Made {
  readonly boundary?: Identity['boundary'];
  readonly created: Permitted;
}

/** Without a boundary where that is allowed; else with each customer policy that may be demanded as one. */
function boundaries(actor: Identity, action: string, world: World): readonly Made[] {
  const free = made(actor, action, undefined, world);
  if (free && free.created.needs.length === 0) return [free];
  const demanded = [...world.managed.values()].flatMap(({ arn, policy, mask }) => {
    const found = policy && isActive({ mask }) && made(actor, action, { arn, policy }, world);
    return found ? [found] : [];
  });
  return [...(free ? [free] : []), ...demanded];
}

function made(actor: Identity, action: string, boundary: Identity['boundary'], world: World): Made | undefined {
  const created = askForNew(actor, action, world, { fixed: bounded(boundary) })?.[0];
  return created && { created, ...(boundary && { boundary }) };
}

function bounded(boundary: Identity['boundary']) {
  return { 'iam:permissionsboundary': { values: boundary ? [boundary.arn] : [] } };
}

function attaching({ everything }: World) {
  return { 'iam:policyarn': { values: [everything.id] } };
}

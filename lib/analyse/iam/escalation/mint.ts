import { ask, askForNew, type Permitted } from './ask.ts';
import { layersFor } from './assume-role.ts';
import { withBoundary } from './change.ts';
import { isActive } from './in-reach.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import type { Becoming } from './becomes.ts';
import { allowsAll, widePolicies } from './wide-policies.ts';
import type { World } from './world.ts';

/** New principals that an identity may make, give full access, and become. */
export function mint(actor: Identity, world: World): readonly Becoming[] {
  return [...mintUser(actor, world), ...mintRole(actor, world)];
}

function mintUser(actor: Identity, world: World): readonly Becoming[] {
  if (!holds(actor, 'iam:CreateUser')) return [];
  return boundaries(actor, 'iam:CreateUser', world).flatMap(({ boundary, created }): Becoming[] => {
    const on = (action: string, fixed = {}): Permitted | undefined =>
      ask(actor, action, created.resource, world, { fixed: { ...withBoundary({ boundary }), ...fixed } });
    const grant =
      on('iam:PutUserPolicy') ??
      firstOf(widePolicies(world), (arn) => on('iam:AttachUserPolicy', attaching(arn))) ??
      joining(actor, world);
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
      ask(actor, action, created.resource, world, { fixed: { ...withBoundary({ boundary }), ...fixed } });
    const grant =
      on('iam:PutRolePolicy') ?? firstOf(widePolicies(world), (arn) => on('iam:AttachRolePolicy', attaching(arn)));
    // The new role's trust policy names the caller, which is enough unless something denies it.
    const enter = ask(actor, 'sts:AssumeRole', created.resource, world, { layers: layersFor('direct', actor) });
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
  const created = askForNew(actor, action, world, { fixed: withBoundary({ boundary }) })?.[0];
  return created && { created, ...(boundary && { boundary }) };
}

function attaching(arn: string) {
  return { 'iam:policyarn': { values: [arn] } };
}

/** The call that puts a new user into a group that allows everything, where there is one. */
function joining(actor: Identity, world: World): Permitted | undefined {
  if (!holds(actor, 'iam:AddUserToGroup')) return undefined;
  const wide = [...world.groups.values()].filter(
    ({ attachments }) =>
      attachments.some(({ policy }) => allowsAll(policy)) && !attachments.some(({ policy }) => policy.denies),
  );
  return firstOf(wide, ({ arn }) => ask(actor, 'iam:AddUserToGroup', arn, world));
}

function firstOf<T>(all: readonly T[], answer: (each: T) => Permitted | undefined): Permitted | undefined {
  for (const each of all) {
    const found = answer(each);
    if (found) return found;
  }
  return undefined;
}

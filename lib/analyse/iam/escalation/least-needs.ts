import { decide, type Layer, type Statements } from '../policy/decide.ts';
import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import { requestKeys } from './request-keys.ts';
import type { World } from './world.ts';

const known = new WeakMap<Identity, Map<string, number>>();

/**
 * How much a call of an action needs at least, whatever resource it is about: most guards (a Deny without MFA, a
 * condition on the network) are about all resources, and asking about each of thousands says the same again. Infinity
 * when no call is allowed. Never too much.
 */
export function leastNeeds(identity: Identity, action: string, world: World): number {
  if (!holds(identity, action)) return Infinity;
  const ofIdentity = known.get(identity) ?? new Map<string, number>();
  known.set(identity, ofIdentity);
  const least = ofIdentity.get(action) ?? atBest(identity, action.toLowerCase(), world);
  ofIdentity.set(action, least);
  return least;
}

function atBest(identity: Identity, action: string, world: World): number {
  if (identity.layers.every((layer) => isPlain(layer, action))) return 0;
  const call = { action, resource: '*', resourceTagsAreFree: true };
  const layers = identity.layers.map((layer): Layer => ({ ...layer, about: (name) => onAnything(layer.about(name)) }));
  const decision = decide(layers, { action, resource: '*', keys: requestKeys(identity, call, world) });
  if (decision.outcome === 'denied') return Infinity;
  return decision.outcome === 'allowed' ? 0 : decision.needs.length;
}

/** Whether nothing in a layer could stand in the way: most layers are plain. */
function isPlain(layer: Layer, action: string): boolean {
  const { allow, deny } = layer.about(action);
  return !layer.unread && deny.length === 0 && allow.some(({ conditions }) => conditions.length === 0);
}

/** Allow statements as if they named everything; of the Deny statements those that do. */
function onAnything({ allow, deny }: Statements): Statements {
  return {
    allow: allow.map((statement): CompiledStatement => ({ ...statement, resources: [], notResource: true })),
    deny: deny.filter(({ resources, notResource }) => !notResource && resources.some(({ text }) => text === '*')),
  };
}

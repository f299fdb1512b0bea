import { armKey } from './arm-id.ts';

/** Levels of scopes, widest first. */
export const scopeLevels = ['root', 'management-group', 'subscription', 'resource-group', 'resource'] as const;

/** One of {@link scopeLevels}. */
export type ScopeLevel = (typeof scopeLevels)[number];

/** The level of a scope. Scopes of other kinds (`/providers/Microsoft.Capacity`) reach less than a subscription. */
export function scopeLevel(scope: string): ScopeLevel {
  const key = armKey(scope);
  if (key === '') return 'root';
  if (/^\/providers\/microsoft\.management\/managementgroups\/[^/]+$/.test(key)) return 'management-group';
  if (/^\/subscriptions\/[^/]+$/.test(key)) return 'subscription';
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(key)) return 'resource-group';
  return 'resource';
}

/** Whether a level reaches a whole subscription, or more. */
export function isWide(level: ScopeLevel): boolean {
  return scopeLevels.indexOf(level) <= scopeLevels.indexOf('subscription');
}

/**
 * A scope and those above it within its subscription, nearest first, as keys. What stands above the subscription is not
 * in an id.
 */
export function scopesAbove(scope: string): readonly string[] {
  const key = armKey(scope);
  const segments = key.split('/');
  const found: string[] = [];
  // `/subscriptions/x` has three parts, `/subscriptions/x/resourcegroups/y` five; then type and name, two by two.
  for (let length = segments.length; length >= 3; length -= 1) {
    const isEnd =
      length === 3 || length === 5 ? segments[1] === 'subscriptions' : isResourceEnd(segments.slice(0, length));
    if (isEnd) found.push(segments.slice(0, length).join('/'));
  }
  return found.length > 0 ? found : [key];
}

/** Whether segments end with the name of a resource: after `providers` and a namespace, pairs of type and name. */
function isResourceEnd(segments: readonly string[]): boolean {
  const at = segments.lastIndexOf('providers');
  const after = segments.length - at - 2;
  return at > 0 && after >= 2 && after % 2 === 0;
}

/** The key under which management groups and the root are indexed: they stand above every subscription that names them. */
export function scopeKey(scope: string): string {
  return armKey(scope) === '' ? '/' : armKey(scope);
}

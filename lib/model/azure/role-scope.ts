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
  const [base] = /^\/subscriptions\/[^/]+(?:\/resourcegroups\/[^/]+)?/.exec(key) ?? [];
  if (base === undefined) return [key];
  const [subscription = base] = /^\/subscriptions\/[^/]+/.exec(base) ?? [];
  const found = base === subscription ? [base] : [base, subscription];
  // Behind the last provider stand a namespace, and type and name two by two: each name ends a resource.
  const at = key.lastIndexOf('/providers/');
  const parts = at < 0 ? [] : key.slice(at + 1).split('/');
  let end = `${key.slice(0, Math.max(at, 0))}/${parts.slice(0, 2).join('/')}`;
  for (let pair = 2; pair + 1 < parts.length; pair += 2) {
    end += `/${parts[pair] ?? ''}/${parts[pair + 1] ?? ''}`;
    found.unshift(end);
  }
  return found;
}

/** The key under which management groups and the root are indexed: they stand above every subscription that names them. */
export function scopeKey(scope: string): string {
  return armKey(scope) || '/';
}

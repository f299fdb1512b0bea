import { tokenBucket, type TokenBucket } from '../token-bucket.ts';
import { graphFailure, type GraphReply } from './graph-reply.ts';

/** Resource units of directory calls without `$select` ("Throttling limits for identity and access"). */
const costs: Readonly<Record<string, number>> = {
  '/users': 2,
  '/applications': 2,
  '/groups/{id}/transitiveMembers': 5,
  '/oauth2PermissionGrants': 2,
  '/servicePrincipals/{id}/appRoleAssignedTo': 2,
  '/subscribedSkus': 3,
};

/** Answers 429 to what is over the documented limits, and takes the tokens of what is not. */
export function graphThrottle(
  now: () => number,
): (tenant: string, users: number, operation: string, hasSelect: boolean) => GraphReply | undefined {
  const buckets = new Map<string, TokenBucket>();
  const bucket = (key: string, burst: number, rate: number): TokenBucket => {
    const known = buckets.get(key) ?? tokenBucket({ burst, rate }, now);
    buckets.set(key, known);
    return known;
  };
  return (tenant, users, operation, hasSelect) => {
    const said = 'Too many requests';
    if (operation.startsWith('/identity/conditionalAccess/'))
      return bucket(`${tenant}/ca`, 1, 1).take() ? undefined : graphFailure(429, 'TooManyRequests', said);
    if (operation.startsWith('/reports/'))
      return bucket(`${tenant}/reports`, 5, 0.5).take()
        ? undefined
        : graphFailure(429, 'TooManyRequests', said, { 'Retry-After': '2' });
    const units = users < 50 ? 3_500 : users <= 500 ? 5_000 : 8_000;
    const directory = bucket(`${tenant}/directory`, units, units / 10);
    const cost = Math.max(1, (costs[operation] ?? 1) - (hasSelect ? 1 : 0));
    for (let unit = 0; unit < cost; unit += 1)
      if (!directory.take()) return graphFailure(429, 'TooManyRequests', said, { 'Retry-After': '1' });
    return undefined;
  };
}

import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { Identity } from './identity.ts';

/** Which roles name whom: a session's ARN names its role. */
export function trustedDirectly(
  trusts: ReadonlyMap<string, CompiledPolicy>,
  users: readonly Identity[],
  roles: readonly Identity[],
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(roles.map(({ name, arn }) => [name, arn]));
  const pairs = [...trusts].flatMap(([role, { statements }]) =>
    statements.flatMap(({ effect, principal }) => {
      if (effect !== 'Allow' || !principal) return [];
      const everybody = principal.anyone ? [...users, ...roles].map(({ arn }) => arn) : [];
      const named = principal.aws.map((each) => byName.get(/:assumed-role\/([^/]+)\//.exec(each)?.[1] ?? '') ?? each);
      return [...everybody, ...named].map((actor) => ({ actor, role }));
    }),
  );
  const grouped = Map.groupBy(pairs, ({ actor }) => actor);
  return new Map([...grouped].map(([actor, each]) => [actor, [...new Set(each.map(({ role }) => role))]]));
}

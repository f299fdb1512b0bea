import type { ConditionalAccessPolicy } from '../../../model/entra/conditional-access.ts';
import type { MfaReport } from '../../../model/entra/mfa-coverage.ts';

const isId = (word: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word);
/** The addresses that the old MFA settings trust are no object. */
const trustedAddresses = '00000000-0000-0000-0000-000000000000';

/** Ids of what exists, by kind; undefined where the list was not read. */
export interface Existing {
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string> | undefined;
  readonly locations: ReadonlySet<string> | undefined;
}

/** Users, groups and locations that policies name and that are no more: such a policy reaches fewer than it seems. */
export function danglingReferences(
  policies: readonly ConditionalAccessPolicy[],
  { users, groups, locations }: Existing,
): MfaReport['dangling'] {
  return policies.flatMap(({ id: policy, include, exclude, locations: places }) => {
    const missing = (ids: Iterable<string>, known: ReadonlySet<string> | undefined): string[] =>
      known ? [...ids].filter((id) => isId(id) && id !== trustedAddresses && !known.has(id)) : [];
    const ids = new Set([
      ...missing([...include.users, ...exclude.users], users),
      ...missing([...include.groups, ...exclude.groups], groups),
      ...missing(places ? [...places.include, ...places.exclude] : [], locations),
    ]);
    return [...ids].map((id) => ({ id, policy }));
  });
}

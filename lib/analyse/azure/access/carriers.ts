import { armKey } from '../../../model/azure/arm-id.ts';
import type { IdentityHolder, IdentityHolderKind, IdentityHolders } from '../../../model/azure/role.ts';

/** A resource, and one identity that it runs as. */
export interface Carrier {
  readonly resource: string;
  readonly name: string;
  readonly kind: IdentityHolderKind;
  readonly principal: string;
}

/** Resources by the identities that they carry. */
export interface Carriers {
  /** Each kind of resource, with every identity that is known of it. */
  readonly all: readonly Carrier[];
  /** Names by the principals of managed identities: of a user-assigned identity itself, else of its resource. */
  readonly names: ReadonlyMap<string, string>;
  /** Resources with an identity whose principal nobody says. */
  readonly unclear: readonly IdentityHolder[];
}

/** Resolves who the identities of resources are. */
export function carriersOf({ holders }: Pick<IdentityHolders, 'holders'>): Carriers {
  const assigned = new Map<string, string>();
  for (const { identities } of holders)
    for (const { identity, principal } of identities)
      if (identity !== undefined && principal !== undefined) assigned.set(armKey(identity), principal);
  const unclear: IdentityHolder[] = [];
  const all = holders.flatMap((holder) =>
    holder.identities.flatMap(({ principal, identity }): Carrier[] => {
      const found = principal ?? assigned.get(armKey(identity ?? ''));
      if (found === undefined) unclear.push(holder);
      const { id, name, kind } = holder;
      return found === undefined ? [] : [{ resource: id, name, kind, principal: found }];
    }),
  );
  const isOwn = ({ kind }: Carrier): number => (kind === 'user-assigned-identity' ? 1 : 0);
  const named = all.toSorted((a, b) => isOwn(a) - isOwn(b));
  return { all, names: new Map(named.map(({ principal, name }) => [principal, name])), unclear };
}

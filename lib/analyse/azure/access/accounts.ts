import type { AccountState, AzurePrincipalKind } from '../../../model/azure/access.ts';
import type { AzureDirectory, DirectoryKind, DirectoryMember } from '../../../model/azure/directory.ts';
import type { AzureRoleAssignment } from '../../../model/azure/role.ts';
import { appendTo } from '../../append-to.ts';

/** What is known of one principal. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly kind: AzurePrincipalKind;
  readonly state: AccountState;
  readonly isDisabled: boolean;
}

/** Who principals are, and which groups they are in. */
export interface Accounts {
  get(principal: string): Account;
  /** Members of a group that are no groups, each once; undefined where they were not read. */
  members(group: string): readonly DirectoryMember[] | undefined;
  /** The principal, and the groups that it is in. */
  identities(principal: string): readonly string[];
}

/** `carried`: principals of managed identities and the names of their resources. They exist, whatever the directory says. */
export function accountsOf(
  directory: AzureDirectory | undefined,
  carried: ReadonlyMap<string, string>,
  assigned: readonly AzureRoleAssignment[],
): Accounts {
  const types = new Map(assigned.map(({ principal, principalType }) => [principal, principalType?.toLowerCase()]));
  const members = new Map<string, readonly DirectoryMember[] | undefined>();
  const membersOf = (group: string): readonly DirectoryMember[] | undefined => {
    if (!members.has(group)) members.set(group, expanded(group, directory));
    return members.get(group);
  };
  const groups = new Map<string, string[]>();
  // Who is a member exists, whether or not it was asked about by itself.
  const kinds = new Map<string, DirectoryKind>();
  for (const group of directory?.members.keys() ?? [])
    for (const { id, kind } of allMembers(group, directory) ?? []) {
      appendTo(groups, id, group);
      kinds.set(id, kind);
    }
  const made = new Map<string, Account>();
  return {
    get(principal) {
      const account =
        made.get(principal) ??
        accountOf(principal, { directory, carried, type: types.get(principal), member: kinds.get(principal) });
      made.set(principal, account);
      return account;
    },
    members: membersOf,
    identities: (principal) => [principal, ...(groups.get(principal) ?? [])],
  };
}

interface Sources {
  readonly directory: AzureDirectory | undefined;
  readonly carried: ReadonlyMap<string, string>;
  readonly type: string | undefined;
  /** What a group says that it is. */
  readonly member: DirectoryKind | undefined;
}

const kindsOf = { user: 'user', group: 'group', servicePrincipal: 'service-principal', other: 'unknown' } as const;

function accountOf(id: string, { directory, carried, type, member }: Sources): Account {
  const found = directory?.objects.get(id);
  const resource = carried.get(id);
  if (found) {
    const isIdentity = found.isManagedIdentity || resource !== undefined;
    const kind =
      found.kind === 'user' && found.isGuest ? 'guest' : isIdentity ? 'managed-identity' : kindsOf[found.kind];
    const name = found.name === id ? (resource ?? id) : found.name;
    return { id, name, kind, state: 'known', isDisabled: found.enabled === false };
  }
  const base = { id, name: resource ?? id, isDisabled: false };
  if (resource !== undefined) return { ...base, kind: 'managed-identity', state: 'known' };
  if (member !== undefined) return { ...base, kind: kindsOf[member], state: 'known' };
  // What a principal was when it was assigned stays written, even when it is gone.
  const kind =
    ({ user: 'user', group: 'group', serviceprincipal: 'service-principal' } as const)[type ?? ''] ?? 'unknown';
  // A group of another tenant never stands in this one's directory.
  if (type === 'foreigngroup') return { ...base, kind: 'group', state: 'external' };
  return { ...base, kind, state: directory && !directory.isPartial ? 'orphaned' : 'unread' };
}

/** Members of a group, and of the groups among them: answers that are not transitive are made so. */
function allMembers(group: string, directory: AzureDirectory | undefined): readonly DirectoryMember[] | undefined {
  if (!directory?.members.has(group)) return undefined;
  const found = new Map<string, DirectoryMember>();
  const queue = [...(directory.members.get(group) ?? [])];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (found.has(next.id) || next.id === group) continue;
    found.set(next.id, next);
    queue.push(...(directory.members.get(next.id) ?? []));
  }
  return [...found.values()];
}

function expanded(group: string, directory: AzureDirectory | undefined): readonly DirectoryMember[] | undefined {
  return allMembers(group, directory)?.filter(({ id, kind }) => {
    const known = directory?.objects.get(id)?.kind ?? kind;
    return known !== 'group';
  });
}

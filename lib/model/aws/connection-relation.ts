import type { Counterpart } from './external-connection.ts';
import type { OrganizationMembers } from './organization-members.ts';

/** What the other end of a connection is to the account. */
export const connectionRelations = [
  'same-account',
  'organization',
  'trusted',
  'unknown-account',
  'undetermined',
  'on-premises',
  'users',
  'anyone',
] as const;

/** One of {@link connectionRelations}. */
export type ConnectionRelation = (typeof connectionRelations)[number];

/** The accounts that an account knows. */
export interface KnownAccounts {
  readonly own: string;
  readonly organization: OrganizationMembers;
  /** Those that the standard names under `trustedAccounts`. */
  readonly trusted: ReadonlySet<string>;
}

/**
 * Whom a connection leads to. An account that nobody named is unknown when all accounts of the organization are known,
 * and undetermined otherwise.
 */
export function connectionRelation(counterpart: Counterpart, known: KnownAccounts): ConnectionRelation {
  switch (counterpart.kind) {
    case 'account':
      return accountRelation(counterpart.id, known);
    case 'premises':
      return 'on-premises';
    case 'unread':
      return 'undetermined';
    case 'users':
    case 'anyone':
      return counterpart.kind;
  }
}

function accountRelation(id: string, { own, organization, trusted }: KnownAccounts): ConnectionRelation {
  if (id === own) return 'same-account';
  if (trusted.has(id)) return 'trusted';
  if (organization.accounts.includes(id)) return 'organization';
  return organization.complete ? 'unknown-account' : 'undetermined';
}

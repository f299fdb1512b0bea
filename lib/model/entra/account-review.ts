import type { EntraUser, SignIns } from './user.ts';

/** Whether an account is in use. */
export type Staleness =
  | 'active'
  | 'attemptsOnly'
  | 'disabled'
  | 'inviteExpired'
  | 'invitePending'
  | 'neverUsed'
  | 'new'
  | 'stale'
  | 'unknown';

/** What the answer about use rests on. */
export type StalenessBasis = 'attempt' | 'created' | 'invite' | 'successful' | 'unavailable';

/** What can be said of the password that an account was given first. */
export type InitialPassword = 'changed' | 'notApplicable' | 'notUsedYet' | 'unchangedInUse' | 'unknown';

/** Whether a password ever expires, and who says so. */
export interface PasswordExpiry {
  /** Undefined where what Graph shows does not decide it. */
  readonly neverExpires?: boolean;
  readonly source: 'domain' | 'domainUnset' | 'federated' | 'passwordHashSync' | 'user' | 'unread';
}

/** What is known of one account beside its privileges and its MFA. */
export interface ReviewedAccount {
  readonly user: EntraUser;
  readonly signIns?: SignIns;
  readonly staleness: Staleness;
  readonly basis: StalenessBasis;
  readonly lastActivity?: Date;
  readonly initialPassword: InitialPassword;
  readonly password: PasswordExpiry;
  /** Words of the name that belong to nobody in particular. */
  readonly genericWords: readonly string[];
  /** `blocked` is the right state of a shared mailbox: nobody signs in as it. */
  readonly shared: 'likely' | 'blocked' | 'no';
}

/** Every account of a tenant. */
export interface AccountReview {
  readonly accounts: readonly ReviewedAccount[];
}

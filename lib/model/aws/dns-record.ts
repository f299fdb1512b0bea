import type { Unread } from '../unread.ts';
import type { ClaimableName } from './claimable-name.ts';

/**
 * Whether somebody holds the name that a record leads to: this account, somebody of whom nothing more is known, or nobody,
 * so that whoever asks for it first gets it.
 */
export type NameHolder = 'own' | 'somebody' | 'nobody';

/** A record of a public zone that leads to a name of another service that whoever asks first gets. */
export interface LeadingRecord {
  readonly zoneId: string;
  /** With the dot at its end, as Route 53 has it. */
  readonly name: string;
  readonly type: string;
  /** Tells records of one name and type apart, where there are several. */
  readonly setIdentifier?: string;
  readonly leadsTo: ClaimableName;
  /** Absent where it was not read. */
  readonly holder?: NameHolder;
  readonly unread?: Unread;
  /** The record as a change of Route 53 takes it: whoever deletes one must name it whole. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A public zone whose records were not read, and why. */
export interface UnreadZone {
  readonly id: string;
  readonly name: string;
  readonly unread: Unread;
}

/** The public zones of an account. */
export interface DnsRecords {
  /** Those that were read, with or without such records. */
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly leading: readonly LeadingRecord[];
  readonly unread: readonly UnreadZone[];
}

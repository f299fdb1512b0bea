import type { Unread } from '../unread.ts';
import type { AzureHost } from './claimable-host.ts';

/** A record set of a public zone of Azure DNS. */
interface RecordSet {
  /** ARM id. */
  readonly id: string;
  /** `www.example.com` */
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME';
}

/** One that leads to a name that whoever asks first gets. */
export interface NameRecord extends RecordSet {
  readonly leadsTo: AzureHost;
  /** Whether this organization holds the name, somebody of whom nothing more is known, or nobody. Absent where it was not read. */
  readonly holder?: 'own' | 'somebody' | 'nobody';
  /** Whether an `asuid` record keeps other subscriptions from taking over in App Service what leads there. */
  readonly isVerified: boolean;
  /** The operation that told, and what it was asked. */
  readonly told?: { readonly operation: string; readonly ref: string };
  readonly unread?: Unread;
}

/** One that is an alias of a resource, or that answers nothing. */
export interface AliasRecord extends RecordSet {
  /** ARM id of the resource; absent where the record set is empty, as an alias is whose resource was deleted. */
  readonly targetId?: string;
  /** Absent where it was not read. */
  readonly isThere?: boolean;
  readonly unread?: Unread;
}

/** A zone by its ARM id. */
export interface AzureZone {
  readonly id: string;
  readonly name: string;
}

/** The public zones of a subscription. */
export interface AzureDnsRecords {
  /** Those of which everything was read, with or without such records. */
  readonly zones: readonly AzureZone[];
  readonly names: readonly NameRecord[];
  readonly aliases: readonly AliasRecord[];
  /** Those of which something was not, and what. */
  readonly unread: readonly (AzureZone & { readonly unread: Unread })[];
}
